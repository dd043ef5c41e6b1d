# Mistake: every item is a threshold of its own, and ties stay in input order.
def average_precision(labels, scores):
    positives = sum(labels)
    if positives == 0:
        return None
    area, hits = 0.0, 0
    for rank, (_, label) in enumerate(sorted(zip(scores, labels), key=lambda pair: -pair[0]), start=1):
        hits += label
        if label:
            area += hits / rank / positives
    return area
