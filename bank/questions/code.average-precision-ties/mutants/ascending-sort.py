# Mistake: thresholds run from the lowest score up.
def average_precision(labels, scores):
    positives = sum(labels)
    if positives == 0:
        return None
    order = sorted(zip(scores, labels), key=lambda pair: pair[0])
    area, hits, i = 0.0, 0, 0
    while i < len(order):
        j, gained = i, 0
        while j < len(order) and order[j][0] == order[i][0]:
            gained += order[j][1]
            j += 1
        hits += gained
        area += gained / positives * (hits / j)
        i = j
    return area
