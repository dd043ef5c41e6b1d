"""Labels and scores of made-up models. Public and hidden cases differ in size, grid of scores and share of positives."""

import random
import statistics


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'no-ties': [{'args': distinct(rng, 6, 0.0, 1.0)}],
        'ties': [{'args': tied(rng, 7, 4, 0.0)}],
        'few-positives': [{'args': [[0, 0, 0], [0.7, 0.4, 0.1]]}],
    }


def hidden(rng):
    same = [int(rng.random() < 0.3) for _ in range(rng.randint(12, 18))]
    same[0], same[-2] = 1, 0
    negative = [round(rng.gauss(0, 1), 3) for _ in range(rng.randint(9, 15))]
    return {
        'no-ties': [
            {'args': distinct(rng, rng.randint(14, 20), -3.0, 3.0)},
            {'args': distinct(rng, rng.randint(30, 45), 0.0, 1.0)},
            {'args': distinct(rng, rng.randint(60, 90), 100.0, 900.0)},
        ],
        'ties': [
            {'args': tied(rng, rng.randint(11, 14), 3, -1.0)},
            {'args': tied(rng, rng.randint(23, 30), 6, 0.0)},
            {'args': tied(rng, rng.randint(150, 200), 9, 0.5)},
            {'args': [same, [0.25] * len(same)]},
        ],
        'few-positives': [
            {'args': [[], []]},
            {'args': [[0] * len(negative), negative]},
            {'args': [[1] + [0] * (len(negative) - 1), [statistics.median_low(negative) + 0.0005] + negative[1:]]},
        ],
        'large': [{'args': large(rng, 40_000)}, {'args': large(rng, 45_000)}],
    }


def distinct(rng, n, low, high):
    """A negative on top, then a positive, two negatives at the bottom: so no order of thresholds scores by accident."""
    scores = []
    while len(set(scores)) < n:
        scores = [round(rng.uniform(low, high), 4) for _ in range(n)]
    ranked = sorted(scores)
    share = rng.uniform(0.3, 0.6)
    positive = {s: int(rng.random() < share * (0.4 + 1.2 * ranked.index(s) / n)) for s in scores}
    positive.update({ranked[-1]: 0, ranked[-2]: 1, ranked[0]: 0, ranked[1]: 0})
    return [[positive[s] for s in scores], scores]


def tied(rng, n, levels, offset):
    """The two highest levels hold both labels, and the first item of the highest is negative."""
    while True:
        level = [rng.randrange(levels) for _ in range(n)]
        labels = [int(rng.random() < 0.15 + 0.5 * k / levels) for k in level]
        top, second = ([y for y, k in zip(labels, level) if k == levels - d] for d in (1, 2))
        if len(set(top)) == 2 and len(set(second)) == 2 and top[0] == 0 and top[-1] == 1:
            return [labels, [offset + k / 8 for k in level]]


def large(rng, n):
    scores = [round(rng.random(), 6) for _ in range(n)]
    return [[int(rng.random() < 0.05 + 0.3 * s * s) for s in scores], scores]
