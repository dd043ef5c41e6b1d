from fractions import Fraction


def suppress(boxes, scores, classes, limit):
    exact = [[Fraction(side) for side in box] for box in boxes]
    ranked = sorted(range(len(boxes)), key=lambda i: (-scores[i], i))
    is_kept = {}
    for place, i in enumerate(ranked):
        before = [k for k in ranked[:place] if is_kept[k] and classes[k] == classes[i]]
        is_kept[i] = not any(covers(exact[k], exact[i], Fraction(limit)) for k in before)
    return [i for i in ranked if is_kept[i]]


def covers(a, b, limit):
    shared = length(a[0], a[2], b[0], b[2]) * length(a[1], a[3], b[1], b[3])
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared
    return shared > limit * union


def length(start, end, other_start, other_end):
    return max(0, min(end, other_end) - max(start, other_start))
