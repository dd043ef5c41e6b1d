# Mistake: sorting pairs of score and label puts the positives of a tie first.
def average_precision(labels, scores):
    positives = sum(labels)
    if positives == 0:
        return None
    area, hits = 0.0, 0
    for rank, (_, label) in enumerate(sorted(zip(scores, labels), reverse=True), start=1):
        hits += label
        if label:
            area += hits / rank / positives
    return area
