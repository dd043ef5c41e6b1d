"""
Made-up flights between numbered airports. Every case keeps the promise of the statement: a route has at least the share
or less than half of it.

The endless case is two short lists of different length, each of which comes many times over, so that hubs meet by
chance and hundreds of thousands of pairs occur while little is handed over. Measured in a box, of the 16.8 MB allowed:
the reference 7 MB, with buckets 7.5 MB, a counter of every route 83 MB.
"""

import base64
from collections import Counter
from fractions import Fraction

import numpy as np


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'mixed': [mixed(rng, 16, 0.25, [5, 4], 2)],
        'late': [ordered([[(7, 8)], [(8, 7), (9, 7), (7, 9)], [(9, 8)] * 4], 0.4)],
    }


def hidden(rng):
    return {
        'mixed': [mixed(rng, *sizes) for sizes in MIXED] + [few(rng), ordered([], 0.1), ordered([[(4, 4)]], 0.5)],
        'crowded': [crowded(rng, share, heavy) for share, heavy in ((0.02, 20), (0.01, 40), (0.05, 7))]
        + [twice_between_evictions(rng, 0.1, 120)],
        'late': [late(rng, share, n) for share, n in ((0.04, 6000), (0.01, 20_000), (0.2, 900))],
        'endless': [endless(rng)],
    }


MIXED = [
    (400, 0.1, [90, 60, 41], 19),
    (3000, 0.05, [400, 300, 151, 152], 70),
    (9000, 0.02, [900, 500, 181, 183, 200], 89),
    (700, 0.3, [211, 213], 100),
]


def routes(rng, n):
    """Different routes; both directions of some, and some that begin and end at one airport."""
    made = {(int(a), int(b)) for a, b in rng.integers(100, 999, (2 * n, 2))}
    made = [(a, b) for a, b in sorted(made) if a != b][:n]
    return [made[i] for i in rng.permutation(len(made))]


def mixed(rng, n, share, counts, light):
    """Routes with the given counts, others with at most `light`, in drawn order. Light ones go both ways."""
    ways = routes(rng, n + len(counts))
    flights = [way for way, count in zip(ways, counts) for _ in range(count)]
    back = [(b, a) for a, b in ways[: len(counts)]]
    flights += [way for way in back for _ in range(min(light, (n - len(flights)) // (2 * len(back))))]
    there = ways[len(counts)]
    for way in (there, there[::-1]):
        flights += [way] * min(light, (n - len(flights)) // 3)
    rest = ways[len(counts) + 1 :]
    flights += rest[: n - len(flights)]
    return ordered([[flights[i] for i in rng.permutation(len(flights))]], share)


def few(rng):
    """Every route fits in the table, and one flight of seven is just less than half of the share."""
    ways = routes(rng, 5)
    flights = ways[:1] * 3 + ways[1:]
    return ordered([[flights[i] for i in rng.permutation(7)]], 0.3)


def crowded(rng, share, heavy):
    """Nearly as many busy routes as can be, all early, and then many light ones in turn."""
    n = round(200 / share)
    ways = routes(rng, heavy + 400)
    busy, light = ways[:heavy], ways[heavy:]
    rest = n - heavy * 201
    turns = light[: max(rest // 90, int(2.6 / share))]
    return ordered([busy * 201, (turns * (rest // len(turns) + 1))[:rest]], share)


def twice_between_evictions(rng, share, rounds):
    """A busy route that occurs twice per full table, so that subtracting more than one from its counter loses it."""
    places = round(2 / share)
    ways = routes(rng, 1 + rounds * places)
    busy, light = ways[:1], iter(ways[1:])
    flights = [way for _ in range(rounds) for way in busy * 2 + [next(light) for _ in range(places)]]
    return ordered([flights, busy * (rounds // 4)], share)


def late(rng, share, n):
    """Light routes fill every place first; busy ones begin later, a light one after each step."""
    ways = routes(rng, n)
    busy, light = ways[:2], ways[2:]
    often = round(share * n) + 1
    first = [way for way in light[: n // 8] for _ in range(2)]
    rest = light[n // 8 :][: n - len(first) - 2 * often]
    more, flights = busy * often, [*first]
    step = -(-len(more) // len(rest))
    for i, way in enumerate(rest):
        flights += [way, *more[i * step : (i + 1) * step]]
    return ordered([flights], share)


def endless(rng):
    """Pairs of a hub with a hub are busy; others are not. Lengths without a common factor, so that every pair occurs."""
    from_hubs, to_hubs = [0.2, 0.14], [0.2, 0.15]
    lists = []
    for n, hubs in ((983, from_hubs), (1009, to_hubs)):
        names = rng.choice(np.arange(1000, 9000), n + len(hubs), replace=False)
        flights = [name for name, part in zip(names, hubs) for _ in range(round(part * n))]
        flights += names[len(hubs) :].tolist()[: n - len(flights)]
        lists.append(np.array(flights)[rng.permutation(n)])
    return {'args': [stream(lists[0], 1009), stream(lists[1], 983), 0.02]}


def ordered(parts, share):
    flights = [flight for part in parts for flight in part]
    for way, count in Counter(flights).items():
        part = Fraction(count, len(flights)) / Fraction(share)
        assert part >= 1 or part < Fraction(1, 2), (way, count, len(flights), share)
    return {'args': [stream([a for a, _ in flights]), stream([b for _, b in flights]), share]}


def stream(values, times=1):
    data = np.asarray(values, dtype='<f8').tobytes()
    return {'$': 'stream', 'float64': base64.b64encode(data).decode(), 'times': times}
