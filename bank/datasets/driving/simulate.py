"""Road users around a car that stands still: where they truly are, what a radar measures, and boxes a camera model gives.

How the data arise. Cars, bicycles and people move with a speed of their own and turn slowly. The radar gives range and
bearing with noise, so an error across grows with the distance; it sees nothing of what passes behind a pillar, a fixed
range of bearings, and misses one measurement in twenty. The camera model finds what the radar could see, mostly two or
three times over with boxes that nearly coincide, and now and then a thing that is not there.
"""
import numpy

CLASSES = numpy.array(["car", "bicycle", "person"])
SPEED = numpy.array([9.0, 4.5, 1.4])
SIZE = numpy.array([[1.8, 1.5], [0.7, 1.7], [0.6, 1.7]])
STEP_SECONDS = 0.1
RANGE_NOISE, BEARING_NOISE = 0.5, 0.02
PILLAR = (0.15, 0.35)
FOCAL_PIXELS = 700


def simulate(seed, objects=30, steps=100):
    """Three tables, each a dictionary of arrays of one length; distances in metres, angles in radians.

    `truth`: `step`, `object`, `kind` ("car", "bicycle", "person"), `x` (ahead), `y` (left), `hidden` (behind the pillar).
    `radar`: `step`, `object`, `range`, `bearing` (0 ahead, positive to the left).
    `boxes`: `step`, `object` (-1 for a thing that is not there), `kind`, `left`, `top`, `right`, `bottom` (pixels), `score`.
    """
    rng = numpy.random.default_rng([seed, 4])
    kind = rng.integers(0, 3, objects)
    x, y = moved(rng, kind, objects, steps)
    step, number = numpy.divmod(numpy.arange(objects * steps), objects)
    x, y = x.T.ravel(), y.T.ravel()
    bearing = numpy.arctan2(y, x)
    hidden = (bearing > PILLAR[0]) & (bearing < PILLAR[1])
    truth = {"step": step, "object": number, "kind": CLASSES[kind[number]], "x": x, "y": y, "hidden": hidden}
    seen = numpy.flatnonzero(~hidden & (rng.random(len(x)) > 0.05))
    radar = {
        "step": step[seen],
        "object": number[seen],
        "range": numpy.hypot(x, y)[seen] + rng.normal(0, RANGE_NOISE, len(seen)),
        "bearing": bearing[seen] + rng.normal(0, BEARING_NOISE, len(seen)),
    }
    return {"truth": truth, "radar": radar, "boxes": boxes(rng, truth, kind, seen)}


def moved(rng, kind, objects, steps):
    heading = rng.uniform(0, 2 * numpy.pi, objects)[:, None] + numpy.cumsum(rng.normal(0, 0.03, (objects, steps)), axis=1)
    pace = (SPEED[kind] * rng.uniform(0.6, 1.4, objects))[:, None] * STEP_SECONDS
    x = rng.uniform(20, 70, objects)[:, None] + numpy.cumsum(pace * numpy.cos(heading), axis=1)
    y = rng.uniform(-25, 25, objects)[:, None] + numpy.cumsum(pace * numpy.sin(heading), axis=1)
    return numpy.maximum(x, 4), y


def boxes(rng, truth, kind, seen):
    copies = rng.choice([1, 2, 3], len(seen), p=[0.25, 0.45, 0.3])
    rows = numpy.repeat(seen, copies)
    middle, feet = 640 - FOCAL_PIXELS * truth["y"][rows] / truth["x"][rows], 360 + FOCAL_PIXELS * 1.4 / truth["x"][rows]
    width, height = (FOCAL_PIXELS * SIZE[kind[truth["object"][rows]]] / truth["x"][rows][:, None]).T
    wobble = rng.normal(0, 0.05, (4, len(rows))) * numpy.array([width, height, width, height])
    sides = numpy.array([middle - width / 2, feet - height, middle + width / 2, feet]) + wobble
    real = {
        "step": truth["step"][rows],
        "object": truth["object"][rows],
        "kind": truth["kind"][rows],
        **dict(zip(("left", "top", "right", "bottom"), sides)),
        "score": rng.beta(6, 2, len(rows)),
    }
    ghosts = made_up(rng, int(0.03 * len(rows)), truth["step"].max() + 1)
    columns = {name: numpy.concatenate([real[name], ghosts[name]]) for name in real}
    order = numpy.argsort(columns["step"], kind="stable")
    return {name: values[order] for name, values in columns.items()}


def made_up(rng, count, steps):
    left, top = rng.uniform(0, 1200, count), rng.uniform(250, 400, count)
    return {
        "step": rng.integers(0, steps, count),
        "object": numpy.full(count, -1),
        "kind": rng.choice(CLASSES, count),
        "left": left,
        "top": top,
        "right": left + rng.uniform(10, 60, count),
        "bottom": top + rng.uniform(10, 60, count),
        "score": rng.beta(2, 5, count),
    }
