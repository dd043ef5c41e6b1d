def admit(calls, limits):
    """One number per client: the time at which its bucket is full again, in units of 1/rate milliseconds."""
    rate, span = limits['refillPerSecond'], limits['capacity'] * 1000
    full_at, clocks = {}, {}
    return [decide(call, rate, span, full_at, clocks) for call in calls]


def decide(call, rate, span, full_at, clocks):
    client, cost = call['client'], call['cost'] * 1000
    now = clocks[client] = max(call['at'], clocks.get(client, call['at']))
    missing = max(0, full_at.get(client, 0) - now * rate)
    over = missing + cost - span
    if cost > span:
        return {'allowed': False, 'retryAfterMs': None}
    if over > 0:
        return {'allowed': False, 'retryAfterMs': -(-over // rate)}
    full_at[client] = now * rate + missing + cost
    return {'allowed': True, 'retryAfterMs': 0}
