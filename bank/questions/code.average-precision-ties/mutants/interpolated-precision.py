# Mistake: replaces each precision by the best precision at any lower threshold.
def average_precision(labels, scores):
    positives = sum(labels)
    if positives == 0:
        return None
    order = sorted(zip(scores, labels), key=lambda pair: -pair[0])
    steps, hits, i = [], 0, 0
    while i < len(order):
        j, gained = i, 0
        while j < len(order) and order[j][0] == order[i][0]:
            gained += order[j][1]
            j += 1
        hits += gained
        steps.append((gained / positives, hits / j))
        i = j
    area, best = 0.0, 0.0
    for width, precision in reversed(steps):
        best = max(best, precision)
        area += width * best
    return area
