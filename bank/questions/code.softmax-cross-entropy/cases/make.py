import numpy as np


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'small': [case(np.array([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]]), [0, 2]), drawn(rng, 3, 4, 1.0)],
        'large': [case(np.array([[1000.0, 0.0], [-1000.0, 500.0]]), [1, 1])],
    }


def hidden(rng):
    return {
        'small': [drawn(rng, n, k, 2.0) for n, k in ((1, 3), (8, 5), (64, 10))],
        'large': [drawn(rng, n, k, 4000.0) for n, k in ((6, 4), (30, 7))] + [extreme(rng)],
        'uneven': [uneven(rng) for _ in range(3)],
        'edges': [case(np.zeros((4, 3)), [0, 1, 2, 0]), case(rng.normal(0, 3, (5, 1)), [0] * 5)],
    }


def case(logits, labels):
    return {'args': [np.asarray(logits, dtype=float), np.asarray(labels, dtype=int)]}


def drawn(rng, n, k, spread):
    return case(np.round(rng.normal(0, spread, (n, k)), 3), rng.integers(0, k, n))


def extreme(rng):
    """The correct class has by far the lowest logit."""
    logits = np.array([[10_000.0, -10_000.0, 0.0], [-9_000.0, -9_001.0, -9_500.0]])
    return case(logits + np.round(rng.normal(0, 1, (2, 3)), 3), [1, 2])


def uneven(rng):
    """Rows at very different levels in one batch."""
    n = int(rng.integers(5, 9))
    levels = rng.permutation(np.linspace(-5000, 5000, n))
    return case(np.round(levels[:, None] + rng.normal(0, 2, (n, 4)), 3), rng.integers(0, 4, n))
