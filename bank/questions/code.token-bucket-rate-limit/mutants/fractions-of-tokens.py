# Mistake: floating-point tokens, whose sums drift.
from math import ceil


def admit(calls, limits):
    rate, full = limits['refillPerSecond'], limits['capacity']
    buckets, answers = {}, []
    for call in calls:
        at, cost = call['at'], call['cost']
        tokens, last = buckets.get(call['client'], (float(full), at))
        tokens = min(full, tokens + max(0, at - last) / 1000 * rate)
        last = max(last, at)
        if cost > full:
            answers.append({'allowed': False, 'retryAfterMs': None})
        elif cost > tokens:
            answers.append({'allowed': False, 'retryAfterMs': ceil((cost - tokens) / rate * 1000)})
        else:
            tokens -= cost
            answers.append({'allowed': True, 'retryAfterMs': 0})
        buckets[call['client']] = (tokens, last)
    return answers
