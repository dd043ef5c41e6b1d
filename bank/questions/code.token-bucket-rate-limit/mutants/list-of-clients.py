# Mistake: correct, but searches a list of clients for every call.
def admit(calls, limits):
    rate, full = limits['refillPerSecond'], limits['capacity'] * 1000
    buckets, answers = [], []
    for call in calls:
        at, cost = call['at'], call['cost'] * 1000
        bucket = next((one for one in buckets if one['client'] == call['client']), None)
        if bucket is None:
            bucket = {'client': call['client'], 'tokens': full, 'last': at}
            buckets.append(bucket)
        bucket['tokens'] = min(full, bucket['tokens'] + max(0, at - bucket['last']) * rate)
        bucket['last'] = max(bucket['last'], at)
        if cost > full:
            answers.append({'allowed': False, 'retryAfterMs': None})
        elif cost > bucket['tokens']:
            answers.append({'allowed': False, 'retryAfterMs': -((bucket['tokens'] - cost) // rate)})
        else:
            bucket['tokens'] -= cost
            answers.append({'allowed': True, 'retryAfterMs': 0})
    return answers
