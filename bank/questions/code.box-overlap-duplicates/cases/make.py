"""
Boxes that a detector on a car might give: some things on the road, several jittered boxes around each. Made up, not
recorded. Public and hidden scenes differ in size, number of things and jitter. Scenes of classes, chains and equal
scores are drawn again until the mistake that they are for changes what is kept.
"""

import random

CLASSES = ['car', 'bicycle', 'person', 'lorry']


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'one-class': [scene(rng, 2, 2, 0.15, 0.5, classes=1, digits=0)],
        'classes': [case([[0, 0, 10, 20], [1, 0, 11, 20], [2, 0, 12, 20]], [0.6, 0.9, 0.8], ['car', 'car', 'person'], 0.4)],
        'touching': [case([[0, 0, 4, 4], [4, 0, 8, 4], [3, 3, 5, 5]], [0.5, 0.7, 0.6], ['car'] * 3, 0.1)],
    }


def hidden(rng):
    return {
        'one-class': [scene(rng, t, per, j, limit, classes=1) for t, per, j, limit in SCENES]
        + [scene(rng, 6, 6, 0.2, 0.4, classes=1, digits=4, scale=0.15)],
        'classes': [scene(rng, 4, 6, 0.12, 0.35, classes=2), scene(rng, 6, 7, 0.1, 0.55, classes=4)],
        'touching': [touching(rng), touching(rng), flat(rng), case([], [], [], 0.5)],
        'equal-scores': [equal_scores(rng, 4, 0.3), equal_scores(rng, 9, 0.5)],
        'chains': [chain(rng, n) for n in (3, 7, 12)],
        'at-the-limit': [at_the_limit(rng, limit) for limit in (0.5, 0.25)] + [contained(rng)],
    }


SCENES = [(3, 5, 0.12, 0.5), (6, 8, 0.2, 0.3), (9, 12, 0.15, 0.65), (5, 4, 0.3, 0.0)]


def case(boxes, scores, classes, limit):
    return {'args': [boxes, scores, classes, limit]}


def box(rng, scale, digits=2):
    x, y = rng.uniform(0, 6) * scale, rng.uniform(0, 3) * scale
    return [round(v, digits) for v in (x, y, x + scale * rng.uniform(0.4, 1.2), y + scale * rng.uniform(0.4, 1.6))]


def jitter(rng, around, share, digits=2):
    spread = share * min(around[2] - around[0], around[3] - around[1])
    return [round(side + rng.uniform(-spread, spread), digits) for side in around]


def scores_for(rng, n):
    return [s / 1000 for s in rng.sample(range(50, 1000), n)]


def scene(rng, things, per, share, limit, classes, digits=2, scale=None):
    while True:
        scale = scale or rng.uniform(20, 90)
        centres = (box(rng, scale, digits) for _ in range(things))
        boxes = [jitter(rng, around, share, digits) for around in centres for _ in range(per)]
        rng.shuffle(boxes)
        kinds = rng.sample(CLASSES, classes)
        args = [boxes, scores_for(rng, len(boxes)), [rng.choice(kinds) for _ in boxes], limit]
        if classes == 1 or kept(*args) != kept(*args, across=True):
            return case(*args)


def touching(rng):
    """A row of boxes that share an edge or a corner, none of which overlaps another, and one box far off on both axes."""
    w, h = rng.randint(3, 9), rng.randint(11, 19)
    x, y = rng.randint(0, 40), rng.randint(0, 40)
    boxes = [[x + i * w, y + j * h, x + (i + 1) * w, y + (j + 1) * h] for i in range(3) for j in range(2)]
    boxes.append([x + 5 * w, y + 5 * h, x + 6 * w, y + 6 * h])
    rng.shuffle(boxes)
    return case(boxes, scores_for(rng, len(boxes)), ['car'] * len(boxes), 0.02)


def flat(rng):
    """Boxes without area, twice the same ones among them: they overlap nothing."""
    x, y = rng.randint(5, 30), rng.randint(5, 30)
    boxes = [[x, y, x, y], [x - 4, y - 3, x + 6, y + 3], [x, y, x, y], [x - 4, y, x + 6, y], [x - 4, y, x + 6, y]]
    boxes += [[x, y - 2, x, y + 5]] * 2
    return case(boxes, scores_for(rng, len(boxes)), ['person'] * len(boxes), 0.0)


def equal_scores(rng, things, limit):
    while True:
        made = scene(rng, things, 5, 0.15, limit, classes=1)['args']
        scores = [rng.choice([0.5, 0.75]) for _ in made[0]]
        args = [made[0], scores, made[2], limit]
        if sorted(kept(*args)) != sorted(kept(*args, last=True)):
            return case(*args)


def chain(rng, n):
    """Each box hides the next and not the one after; only boxes that are kept may hide others."""
    w, y = rng.randint(20, 40), rng.randint(0, 50)
    boxes = [[i * w * 0.45, y, i * w * 0.45 + w, y + 2 * w] for i in range(n)]
    scores = sorted(scores_for(rng, n), reverse=rng.random() < 0.5)
    rows = list(zip(boxes, scores))
    rng.shuffle(rows)
    return case([b for b, _ in rows], [s for _, s in rows], ['lorry'] * n, 0.3)


def at_the_limit(rng, limit):
    """Whole numbers: shared area over area of both is exactly the limit, just above it, and just below it."""
    share = {0.5: 2, 0.25: 4}[limit]
    h, w = rng.randint(6, 12), share * rng.randint(5, 9)
    boxes, x, y = [], 0, 7 * h
    for wider in (0, -1, 1):
        boxes += [[x, y, x + w, y + h], [x, y, x + w // share + wider, y + h]]
        x += 2 * w
    return case(boxes, scores_for(rng, 6), ['bicycle'] * 6, limit)


def contained(rng):
    """A small box inside a large one shares all of itself and little of both."""
    a = rng.randint(40, 60)
    boxes = [[0, 0, a, a], [a // 4, a // 4, a // 2, a // 2], [2, 1, a - 1, a - 2], [a // 4 + 1, a // 4, a // 2, a // 2 + 1]]
    return case(boxes, scores_for(rng, 4), ['car'] * 4, 0.5)


def kept(boxes, scores, classes, limit, across=False, last=False):
    """What is kept, or would be with one of two mistakes."""
    order, chosen = sorted(range(len(boxes)), key=lambda i: (-scores[i], -i if last else i)), []
    for i in order:
        if all(shared(boxes[i], boxes[k]) <= limit or (classes[i] != classes[k] and not across) for k in chosen):
            chosen.append(i)
    return chosen


def shared(a, b):
    w, h = (max(0, min(a[i + 2], b[i + 2]) - max(a[i], b[i])) for i in (0, 1))
    areas = sum((c[2] - c[0]) * (c[3] - c[1]) for c in (a, b))
    return w * h / (areas - w * h) if w * h else 0
