"""
Made-up clouds of points. Public clouds are small and flat; hidden ones differ in number, spread and dimension.

Each case is drawn again until it has what its group is for: so many centres without points in the first round, enough
rounds to tell a fixed count of rounds from settling, and for ties a point as far from one centre as from another.
"""

import numpy as np


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'settles': [case(np.round(cloud(rng, 2, 3, 2, 4), 1), np.array([[0.0, 1.0], [1.0, 0.0]]))],
        'empty': [emptied(rng, 3, 3, 2, 1, digits=1)],
        'ties': [case(np.array([[0.0, 2.0], [2.0, 2.0], [4.0, 2.0], [6.0, 3.0]]), np.array([[1.0, 2.0], [3.0, 2.0]]))],
    }


def hidden(rng):
    return {
        'settles': [
            slow(rng, 5, 40, 3, 11),
            slow(rng, 4, 60, 2, 12),
            one_centre(rng, int(rng.integers(9, 14)), 4),
            whole_numbers(rng),
        ],
        'empty': [emptied(rng, k, per, d, 1) for k, per, d in ((3, 12, 2), (4, 20, 3), (6, 15, 5))] + [empty_again(rng, 1)],
        'several-empty': [emptied(rng, k, per, d, e) for k, per, d, e in ((5, 9, 2, 2), (6, 14, 3, 3), (7, 10, 4, 4))]
        + [every_point_a_centre(rng, 6, 3), empty_again(rng, 2)],
        'ties': [tied(rng, n, d) for n, d in ((7, 2), (11, 3), (16, 1))] + [equally_far(rng)],
    }


def case(points, centres):
    return {'args': [points, centres]}


def cloud(rng, groups, per, d, spread):
    middles = rng.uniform(-10, 10, (groups, d)) * spread / 4
    return rng.permutation((middles[:, None, :] + rng.normal(0, 1.5, (groups, per, d))).reshape(-1, d))


def slow(rng, k, per, d, least):
    """Centres that start close together and need more than `least` rounds."""
    while True:
        points = rng.uniform(-20, 30, (k * per, d))
        centres = points[:1] + rng.normal(0, 0.5, (k, d))
        sizes, rounds = settle(points, centres)
        if rounds > least and sizes.all():
            return case(points, centres)


def one_centre(rng, n, d):
    return case(rng.normal(5, 3, (n, d)), rng.normal(0, 1, (1, d)))


def whole_numbers(rng):
    """Centres that are handed in as integers must still move to places between them."""
    return case(rng.normal(0, 6, (17, 3)), rng.choice(np.arange(-8, 9), (4, 3), replace=False))


def emptied(rng, k, per, d, empty, digits=6):
    """`empty` centres far from all points, at drawn places in the list; the means move enough to matter."""
    while True:
        points = np.round(cloud(rng, k, per, d, 3), digits)
        centres = points[rng.choice(len(points), k, replace=False)] + 0.1
        gone = rng.choice(k, empty, replace=False)
        centres[gone] = np.round(rng.uniform(300, 400, (empty, d)), digits)
        sizes, rounds = settle(points, centres)
        if (sizes == 0).sum() == empty and rounds > 3 and farthest_changes(points, centres):
            return case(points, centres)


def farthest_changes(points, centres):
    """Whether another point is farthest once the centres have moved."""
    squared = ((points[:, None] - centres) ** 2).sum(axis=2)
    labels = squared.argmin(axis=1)
    moved = np.array([points[labels == k].mean(axis=0) if (labels == k).any() else centres[k] for k in range(len(centres))])
    return squared.min(axis=1).argmax() != ((points - moved[labels]) ** 2).sum(axis=1).argmax()


def every_point_a_centre(rng, k, d):
    points = rng.normal(0, 0.3, (k, d))
    return case(points, np.concatenate([points[2:3] + 0.01, rng.uniform(90, 99, (k - 1, d))]))


def empty_again(rng, empty):
    """The farthest point is alone with its centre, so an empty centre that moves onto it is empty in the next round too."""
    near = rng.uniform(-1, 1, (6, 2))
    alone = np.array([[rng.uniform(30, 40), rng.uniform(-5, 5)]])
    centres = np.concatenate([near[:1], alone + rng.uniform(8, 9), rng.uniform(300, 400, (empty, 2))])
    return case(np.concatenate([near, alone]), centres)


def tied(rng, n, d):
    """Whole numbers: the first two points lie half-way between centres, and to which they go matters."""
    points = rng.integers(-9, 10, (n, d)).astype(float)
    shift = np.zeros(d)
    shift[0] = 3.0
    points[1] = points[0] + rng.integers(15, 20)
    centres = np.stack([points[0] + shift, points[1] + shift, points[0] - shift, points[1] - shift])
    return case(rng.permutation(points), centres)


def equally_far(rng):
    """Two points are farthest from their centre, and the first one takes the centre that has none."""
    x = float(rng.integers(4, 9))
    return case(np.array([[0.0, 1.0], [x, 0.0], [0.0, -1.0], [-x, 0.0], [1.0, 0.0]]), np.array([[0.0, 0.0], [50.0, 60.0]]))


def settle(points, centres):
    """How many points each centre has in the first round, and the number of rounds with empty centres left alone."""
    centres, before, rounds, first = centres.copy(), None, 0, None
    while True:
        labels = ((points[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1)
        sizes = np.bincount(labels, minlength=len(centres))
        rounds, first = rounds + 1, sizes if first is None else first
        if before is not None and (labels == before).all():
            return first, rounds
        for k in np.flatnonzero(sizes):
            centres[k] = points[labels == k].mean(axis=0)
        before = labels
