# Mistake: drops the fraction of a token that has refilled at every call.
def admit(calls, limits):
    rate, full = limits['refillPerSecond'], limits['capacity']
    buckets, answers = {}, []
    for call in calls:
        at, cost = call['at'], call['cost']
        tokens, last = buckets.get(call['client'], (full, at))
        tokens = min(full, tokens + max(0, at - last) * rate // 1000)
        last = max(last, at)
        if cost > full:
            answers.append({'allowed': False, 'retryAfterMs': None})
        elif cost > tokens:
            answers.append({'allowed': False, 'retryAfterMs': -((tokens - cost) * 1000 // rate)})
        else:
            tokens -= cost
            answers.append({'allowed': True, 'retryAfterMs': 0})
        buckets[call['client']] = (tokens, last)
    return answers
