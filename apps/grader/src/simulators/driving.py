"""Whether filtering, gaps and duplicate boxes are there to be worked on, with the truth to judge by."""
import driving
import numpy

MEMORY = 12


def figures(seed):
    made = driving.simulate(seed)
    truth, radar, boxes = made["truth"], made["radar"], made["boxes"]
    at = radar["step"] * (truth["object"].max() + 1) + radar["object"]
    measured = radar["range"][:, None] * numpy.c_[numpy.cos(radar["bearing"]), numpy.sin(radar["bearing"])]
    true = numpy.c_[truth["x"], truth["y"]][at]
    off = numpy.hypot(*(measured - true).T)
    filtered = numpy.array([[row, numpy.hypot(*(guess - true[row]))] for row, guess in tracked(radar, measured)])
    is_far = truth["x"][at] > numpy.median(truth["x"][at])
    real = boxes["object"] >= 0
    seen = len(set(zip(boxes["step"][real], boxes["object"][real])))
    return {
        "raw": off[filtered[:, 0].astype(int)].mean(),
        "filtered": filtered[:, 1].mean(),
        "near": off[~is_far].mean(),
        "far": off[is_far].mean(),
        "hiddenMeasured": truth["hidden"][at].mean(),
        "boxesEach": real.sum() / seen,
        "boxesEachKept": sum(kept(boxes, step) for step in range(truth["step"].max() + 1)) / seen,
    }


def tracked(radar, measured):
    """The newest point of a line through the last measurements of each road user."""
    for one in range(radar["object"].max() + 1):
        rows = numpy.flatnonzero(radar["object"] == one)
        for row in rows:
            step = radar["step"][row]
            window = rows[(rows <= row) & (radar["step"][rows] > step - MEMORY)]
            if len(window) >= 6:
                slope, level = numpy.polyfit(radar["step"][window], measured[window], 1)
                yield row, slope * step + level


def kept(boxes, step):
    """How many boxes of real things are left when those that overlap a surer one by half are dropped."""
    rows = numpy.flatnonzero(boxes["step"] == step)
    sides = {row: [boxes[side][row] for side in ("left", "top", "right", "bottom")] for row in rows}
    chosen = []
    for row in rows[numpy.argsort(-boxes["score"][rows])]:
        if all(overlap(sides[row], sides[other]) < 0.5 for other in chosen):
            chosen.append(row)
    return (boxes["object"][chosen] >= 0).sum()


def overlap(a, b):
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(width, 0) * max(height, 0)
    area = lambda box: (box[2] - box[0]) * (box[3] - box[1])
    return shared / (area(a) + area(b) - shared)
