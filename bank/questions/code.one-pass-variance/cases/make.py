"""
Streams of made-up readings. Hidden streams have other lengths, levels and spreads than public ones.

The long stream is 20,000 readings that come 120 times over, so that handing it over takes little. Measured in a box, of
the 16.8 MB allowed: the reference 5.6 MB, in chunks 6.1 MB, a numpy array of all readings 45 MB, a list of them 104 MB.
"""

import base64

import numpy as np


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'ordinary': [case(np.round(rng.normal(4, 3, 5), 1))],
        'far-from-zero': [case(1e9 + np.round(rng.normal(0, 2, 6), 1))],
        'short': [case(np.round(rng.normal(0, 5, 1), 1))],
    }


def hidden(rng):
    level = rng.uniform(2e8, 9e8)
    return {
        'ordinary': [
            case(rng.normal(rng.uniform(3, 9), 2, rng.integers(15, 25))),
            case(rng.exponential(30, rng.integers(80, 120)) - 40),
            case(rng.uniform(-1, 1, rng.integers(900, 1100)) * 1e-3),
        ],
        'far-from-zero': [
            case(1e9 + rng.normal(0, 1, rng.integers(300, 500))),
            case(-level + rng.exponential(0.7, rng.integers(2000, 3000))),
            case(1e9 + np.where(rng.random(200) < 0.5, 0.25, 0.75)),
        ],
        'short': [case([]), case([rng.normal(50, 10)]), case(rng.normal(-20, 5, 2)), case([level])],
        'long': [case(rng.normal(20, 5, 20_000) + np.linspace(0, 10, 20_000), times=120)],
    }


def case(values, times=1):
    data = np.asarray(values, dtype='<f8').tobytes()
    return {'args': [{'$': 'stream', 'float64': base64.b64encode(data).decode(), 'times': times}]}
