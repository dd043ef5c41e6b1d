# Mistake: all clients share one bucket.
def admit(calls, limits):
    rate, full = limits['refillPerSecond'], limits['capacity'] * 1000
    buckets, answers = {}, []
    for call in calls:
        at, cost = call['at'], call['cost'] * 1000
        tokens, last = buckets.get('all', (full, at))
        tokens = min(full, tokens + max(0, at - last) * rate)
        last = max(last, at)
        if cost > full:
            answers.append({'allowed': False, 'retryAfterMs': None})
        elif cost > tokens:
            answers.append({'allowed': False, 'retryAfterMs': -((tokens - cost) // rate)})
        else:
            tokens -= cost
            answers.append({'allowed': True, 'retryAfterMs': 0})
        buckets['all'] = (tokens, last)
    return answers
