"""
Made-up records, numbered, and throws of made-up dice. Hidden streams differ from public ones in length, sample size and
numbers. The throws of the endless stream come in the same order again and again, which changes nothing for the program.

That the rule is fair was measured with the reference: over 100,000 draws of 4 from 30 records with throws of
random.Random(s), chi-square over the records, corrected for drawing without replacement, is 20.6, 37.0 and 35.6 for s = 5,
6 and 7, on 29 degrees of freedom. For the chance that is off by one it is 3,562. Measured in a box, of the 21 MB allowed:
the reference 9.1 MB, in chunks 8.9 MB, a list of the stream 105 MB.
"""

import base64

import numpy as np


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'ordinary': [case(rng, 9, 3, digits=2)],
        'short': [case(rng, 2, 3, digits=2), case(rng, 0, 2, digits=2)],
    }


def hidden(rng):
    return {
        'ordinary': [case(rng, n, k) for n, k in SIZES] + [at_the_edge(rng)],
        'short': [case(rng, n, k) for n, k in ((0, 4), (1, 6), (7, 8), (9, 9), (12, 11))],
        'endless': [case(rng, 20_000, 40, times=120), case(rng, 25_000, 90, times=80)],
    }


SIZES = [(14, 5), (60, 7), (800, 20), (400, 1), (2500, 300)]


def case(rng, n, k, times=1, digits=15):
    """Dice are thrown twice as often as there are records, so that they never run out."""
    records = rng.choice(np.arange(1000, 1000 + 30 * max(n, 1)), n, replace=False)
    return args(records, k, np.round(rng.random(2 * n + 2), digits), times)


def at_the_edge(rng):
    """Throws for which the number of the record or the slot is just reached, or just not: 0, k/n, and just below both."""
    k, n = 4, 24
    numbers = [(i % (k + 2), 1e-9 if i % 3 == 0 and i % (k + 2) else 0.0) for i in range(n - k)]
    throws = [number / (k + 1 + i) - less for i, (number, less) in enumerate(numbers)]
    records = rng.choice(np.arange(5000, 9000), n, replace=False)
    return args(records, k, np.array(throws + [0.5] * n))


def args(records, k, throws, times=1):
    return {'args': [stream(records, times), k, stream(throws, times)]}


def stream(values, times):
    data = np.asarray(values, dtype='<f8').tobytes()
    return {'$': 'stream', 'float64': base64.b64encode(data).decode(), 'times': times}
