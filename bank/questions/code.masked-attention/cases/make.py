import numpy as np


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'open': [drawn(rng, 2, 3, 2, 2, 1.0)],
        'masked': [drawn(rng, 2, 3, 2, 1, 0.6)],
        'nothing-allowed': [alone(rng, 2, 3, 2, 1)],
    }


def hidden(rng):
    return {
        'open': [drawn(rng, n, m, d, v, 1.0) for n, m, d, v in ((1, 4, 3, 2), (6, 6, 8, 5), (20, 30, 16, 4))],
        'masked': [drawn(rng, n, m, d, v, share) for n, m, d, v, share in ((5, 7, 4, 3, 0.6), (30, 30, 8, 8, 0.3))]
        + [causal(rng, n, d) for n, d in ((6, 4), (25, 9))],
        'nothing-allowed': [alone(rng, n, m, d, v) for n, m, d, v in ((3, 4, 2, 2), (8, 8, 5, 3))],
        'large-scores': [drawn(rng, n, m, d, 3, share, 120.0) for n, m, d, share in ((4, 5, 3, 1.0), (9, 12, 6, 0.5))],
    }


def case(queries, keys, values, mask):
    return {'args': [np.round(queries, 3), np.round(keys, 3), np.round(values, 3), mask]}


def drawn(rng, n, m, d, v, share, spread=1.5):
    """Every query may attend to at least one key."""
    mask = rng.random((n, m)) < share
    mask[np.arange(n), rng.integers(0, m, n)] = True
    return case(rng.normal(0, spread, (n, d)), rng.normal(0, spread, (m, d)), rng.normal(2, 3, (m, v)), mask)


def causal(rng, n, d):
    return case(*(rng.normal(0, 1.5, (n, d)) for _ in range(3)), np.tril(np.ones((n, n), dtype=bool)))


def alone(rng, n, m, d, v):
    made = drawn(rng, n, m, d, v, 0.7)
    made['args'][3][rng.choice(n, max(n // 3, 1), replace=False)] = False
    return made
