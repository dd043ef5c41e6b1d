# Mistake: drops a box at the limit.
def suppress(boxes, scores, classes, limit):
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        rivals = [k for k in kept if classes[k] == classes[i]]
        if all(overlap(boxes[i], boxes[k]) < limit or limit == 0 == overlap(boxes[i], boxes[k]) for k in rivals):
            kept.append(i)
    return kept


def overlap(a, b):
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (area(a) + area(b) - shared)


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])
