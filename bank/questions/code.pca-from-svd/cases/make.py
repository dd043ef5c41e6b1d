"""
Made-up tables: a few hidden causes, each with its own weight in every column, and noise. Public and hidden tables differ
in shape, level, scale and number of causes. The strengths of the causes lie apart, so that no two components are equal
and what is rebuilt from the first k is unique.
"""

import numpy as np


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'tall': [case(np.round(table(rng, 5, 3, 1), 1), 1)],
        'wide': [case(np.round(table(rng, 3, 5, 2), 1), 1)],
        'constant': [case(np.array([[2.0, 7.0, 1.0], [4.0, 7.0, 1.5], [9.0, 7.0, -1.0], [3.0, 7.0, 0.5]]), 2)],
    }


def hidden(rng):
    return {
        'tall': [case(table(rng, n, d, c), k) for n, d, c, k in ((20, 4, 2, 2), (70, 9, 4, 3), (200, 14, 6, 13), (2, 2, 1, 1))],
        'wide': [case(table(rng, n, d, c), k) for n, d, c, k in ((6, 25, 3, 2), (12, 90, 5, 4), (15, 40, 6, 14))],
        'far-from-zero': [
            case(table(rng, 30, 6, 3) + rng.uniform(2000, 5000, 6), 2),
            case(table(rng, 9, 50, 4) - rng.uniform(900, 4000, 50), 3),
            case(table(rng, 40, 7, 3) * rng.uniform(0.01, 90, 7) + 300, 4),
        ],
        'constant': [
            case(np.tile(np.round(rng.normal(3, 9, 5), 2), (8, 1)), 2),
            # Added up six times and divided by six, 0.1 is no longer 0.1.
            case(np.full((6, 6), 0.1) * np.arange(1, 7), 3),
            case(with_constant_columns(rng, 25, 7), 3),
            case(np.repeat(rng.normal(0, 4, (3, 6)), 5, axis=0), 4),
        ],
        'very-wide': [case(table(rng, 24, 4000, 5), 3)],
    }


def case(X, k):
    return {'args': [X, k]}


def table(rng, n, d, causes):
    strength = 2.0 * 1.7 ** np.arange(causes)[::-1]
    parts = rng.normal(0, 1, (n, causes)) * strength @ rng.normal(0, 1, (causes, d))
    return np.round(parts + rng.normal(0, 0.5, (n, d)) + rng.normal(0, 6, d), 3)


def with_constant_columns(rng, n, d):
    X = table(rng, n, d, 3)
    X[:, [1, d - 2]] = np.round(rng.uniform(-60, 60, 2), 1)
    return X
