"""
Made-up calls to a prediction service. Hidden cases have other limits, times and clients than public ones.

The busy case is 150,000 calls of about 95,000 clients. Measured in a box: the references 1.1 to 1.4 s, the list of clients over 15 s.
"""

import numpy as np


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    start = int(rng.integers(1, 9)) * 1000
    return {
        'one-client': [case([(start, 'a', 2), (start + 100, 'a', 2), (start + 600, 'a', 1)], 4, 2)],
        'clients-apart': [case([(start, 'a', 3), (start, 'b', 3), (start + 10, 'a', 1)], 3, 1)],
        'refusals': [case([(start, 'a', 5), (start + 1, 'a', 3), (start + 2, 'a', 9)], 5, 4)],
        'clock': [case([(start, 'a', 3), (start - 400, 'a', 1), (start + 500, 'a', 1)], 3, 2)],
    }


def hidden(rng):
    return {
        'one-client': [case(one_client(rng, n), *limits(rng)) for n in (12, 30, 60)] + [idle(rng)],
        'clients-apart': [case(several(rng, n, clients), *limits(rng)) for n, clients in ((30, 2), (80, 5), (150, 12))],
        'refusals': [refusals(rng) for _ in range(4)],
        'clock': [clock(rng) for _ in range(4)],
        'exact': [exact(rng, rate) for rate in (3, 7, 11)],
        'busy': [busy(rng)],
    }


def limits(rng):
    return int(rng.integers(5, 12)), int(rng.integers(2, 6))


def case(calls, capacity, rate):
    rows = [{'at': int(at), 'client': str(client), 'cost': int(cost)} for at, client, cost in calls]
    return {'args': [rows, {'capacity': int(capacity), 'refillPerSecond': int(rate)}]}


def times(rng, n, mean_ms):
    return np.cumsum(rng.integers(1, 2 * mean_ms, n)) + int(rng.integers(10_000, 90_000))


def one_client(rng, n):
    return [(at, 'a', rng.integers(1, 4)) for at in times(rng, n, 350)]


def idle(rng):
    """A long silence, after which the bucket is full and no fuller."""
    start = int(rng.integers(10_000, 90_000))
    calls = [(start, 'a', 5), (start + 3_600_000, 'a', 5), (start + 3_600_001, 'a', 5)]
    return case(calls, 6, int(rng.integers(2, 5)))


def several(rng, n, clients):
    # Names that every object has are clients like any other.
    names = ['constructor', '__proto__'] + [f'client-{k}' for k in range(clients)]
    return [(at, names[rng.integers(len(names))], rng.integers(1, 5)) for at in times(rng, n, 150)]


def refusals(rng):
    """Calls in a burst: most are refused, some could never be allowed."""
    # A rate that does not divide 1,000, so that waits are rounded.
    capacity, rate = limits(rng)[0], int(rng.choice([3, 6, 7]))
    costs = rng.choice([1, 3, capacity, capacity + 1, capacity + 4], 40, p=[0.3, 0.3, 0.2, 0.1, 0.1])
    return case([(at, 'a', cost) for at, cost in zip(times(rng, 40, 300), costs)], capacity, rate)


def clock(rng):
    """Calls come through several machines whose clocks differ, so that some are stamped before the one that came last."""
    at = times(rng, 60, 200) - rng.choice([0, 0, 0, 350, 900], 60)
    return case([(t, f'c{rng.integers(2)}', rng.integers(1, 4)) for t in at], *limits(rng))


def exact(rng, rate):
    """Asked at the very millisecond at which there is enough, after many small steps."""
    capacity = int(rng.integers(5, 9))
    at = int(rng.integers(10_000, 90_000))
    calls = [(at, 'a', capacity)]
    for _ in range(25):
        steps = split(rng, 1000, int(rng.integers(3, 8)))
        for step in steps[:-1]:
            at += step
            calls.append((at, 'a', capacity))
        at += steps[-1]
        calls.append((at, 'a', rate if rate <= capacity else capacity))
    return case(calls, capacity, rate)


def split(rng, total, parts):
    cuts = np.sort(rng.choice(np.arange(1, total), parts - 1, replace=False))
    return np.diff(np.concatenate([[0], cuts, [total]])).tolist()


def busy(rng):
    n = 150_000
    at = np.cumsum(rng.integers(0, 3, n)) + 50_000
    clients = rng.integers(0, 150_000, n)
    costs = rng.integers(1, 4, n)
    return case([(at[i], f'u{clients[i]}', costs[i]) for i in range(n)], 4, 1)
