"""
Made-up measurements of made-up classes. Public and hidden cases differ in size, number of classes, and how the values
are spread. Cases with gaps are drawn again until leaving the gaps out, or sending them to the other side, would choose
something else; cases with ties until a cut between two equal values would look better than any real one.
"""

import random

CLASSES = ['calm', 'amber', 'red', 'violet', 'grey', 'blue']


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'no-ties': [distinct(rng, 6, 2, 1)],
        'ties': [tied(rng, 7, 3, 2)],
        'gaps': [with_gaps(rng, 7, 2, 2, 'right')],
        'few-values': [case([4.0, 4.0, None], ['red', 'calm', 'calm'])],
    }


def hidden(rng):
    return {
        'no-ties': [distinct(rng, n, k, d) for n, k, d in ((15, 2, 3), (40, 3, 4), (120, 5, 5), (2, 2, 2))],
        'ties': [tied(rng, n, levels, k) for n, levels, k in ((12, 4, 2), (50, 6, 3), (200, 10, 4), (30, 2, 3))],
        'equal-splits': [mirrored(rng, n, k, g) for n, k, g in ((6, 2, 0), (11, 3, 0), (24, 2, 0), (9, 2, 3), (15, 3, 4))],
        'gaps': [with_gaps(rng, n, k, g, side) for n, k, g, side in GAPS],
        'few-values': [
            case([None, 8.5, None, -3.0, 8.5], ['red', 'blue', 'red', 'red', 'calm']),
            case([], []),
            case([round(rng.uniform(1, 9), 2)], ['amber']),
            case([None] * 5, [rng.choice(CLASSES) for _ in range(5)]),
            case([7.5, None, 7.5, None, 7.5], ['red', 'blue', 'calm', 'blue', 'red']),
        ],
        'large': [large(rng, 24_000, 3), large(rng, 26_000, 2)],
    }


GAPS = [(14, 2, 4, 'left'), (15, 2, 5, 'right'), (60, 3, 12, 'left'), (65, 4, 14, 'right'), (220, 3, 60, 'right')]


def case(values, labels):
    return {'args': [values, labels]}


def names(rng, k):
    return rng.sample(CLASSES, k)


def distinct(rng, n, k, digits):
    kinds = names(rng, k)
    values = rng.sample(range(-4 * n * 10**digits // 10, 9 * n * 10**digits // 10), n)
    ranked = sorted(values)
    labels = [drawn(rng, kinds, ranked.index(v) / n) for v in values]
    labels[values.index(ranked[0])], labels[values.index(ranked[-1])] = kinds[0], kinds[1]
    return case([v / 10**digits for v in values], labels)


def drawn(rng, kinds, place):
    """Classes follow the place in the ranking, with a fifth of them at random."""
    return rng.choice(kinds) if rng.random() < 0.2 else kinds[min(int(place * 1.2 * len(kinds)), len(kinds) - 1)]


def tied(rng, n, levels, k):
    """Each level holds several rows, of more than one class."""
    while True:
        kinds, grid = names(rng, k), [round(level * 1.25 + 0.5, 2) for level in range(levels)]
        values = [rng.choice(grid) for _ in range(n)]
        labels = [drawn(rng, kinds, grid.index(v) / levels) for v in values]
        both = {v for v in values if len({y for x, y in zip(values, labels) if x == v}) > 1}
        if len(set(values)) == levels and 2 * len(both) >= levels and between_equals_looks_better(values, labels):
            return case(values, labels)


def between_equals_looks_better(values, labels):
    ranked = [labels[i] for i in sorted(range(len(values)), key=values.__getitem__)]
    cuts = [impurity([ranked[:i], ranked[i:]]) for i in range(1, len(ranked))]
    return min(cuts) < best(values, labels, None)[0] - 1e-6


def mirrored(rng, n, k, gaps):
    """Labels read the same from both ends, so that every split has an equal one."""
    kinds = names(rng, k)
    half = [kinds[0]] * (n // 4) + [rng.choice(kinds) for _ in range((n + 1) // 2 - n // 4)]
    half[-1] = kinds[1]
    labels = half + half[: n // 2][::-1]
    start = rng.randint(-20, 20)
    rows = [(start + 3.0 * i, y) for i, y in enumerate(labels)] + [(None, kinds[0])] * gaps
    rng.shuffle(rows)
    return case([v for v, _ in rows], [y for _, y in rows])


def with_gaps(rng, n, k, gaps, side):
    while True:
        kinds = names(rng, k)
        values = [round(rng.uniform(0, 50), 1) for _ in range(n)]
        labels = [drawn(rng, kinds, v / 50) for v in values]
        lost = rng.sample(range(n), gaps)
        for i in lost:
            values[i] = None
            labels[i] = rng.choice([kinds[0 if side == 'left' else -1]] * 4 + kinds)
        sides, without = [best(values, labels, s) for s in ('left', 'right')], best(values, labels, None)
        ahead = sides[1][0] - sides[0][0] if side == 'left' else sides[0][0] - sides[1][0]
        if ahead > 1e-6 and without[1] not in (sides[0][1], sides[1][1]):
            return case(values, labels)


def best(values, labels, side):
    """The least impurity, and its threshold, when all gaps go to one side or nowhere. By brute force."""
    known, found = sorted({v for v in values if v is not None}), []
    for low, high in zip(known, known[1:]):
        cut = (low + high) / 2
        parts = {'left': [], 'right': [], None: []}
        for v, y in zip(values, labels):
            parts[side if v is None else 'left' if v <= cut else 'right'].append(y)
        found.append((impurity([parts['left'], parts['right']]), cut))
    return min(found)


def impurity(sides):
    weighed = sum(len(side) - sum(side.count(y) ** 2 for y in set(side)) / len(side) for side in sides)
    return weighed / sum(len(side) for side in sides)


def large(rng, n, k):
    kinds = names(rng, k)
    values = [round(rng.uniform(-300, 900), 5) for _ in range(n)]
    labels = [drawn(rng, kinds, (v + 300) / 1200) for v in values]
    for i in rng.sample(range(n), n // 15):
        values[i] = None
    return case(values, labels)
