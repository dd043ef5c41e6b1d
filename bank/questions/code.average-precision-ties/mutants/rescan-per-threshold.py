# Mistake: right, but walks through every item again for every threshold.
def average_precision(labels, scores):
    positives = sum(labels)
    if positives == 0:
        return None
    area, recall = 0.0, 0.0
    for threshold in sorted(set(scores), reverse=True):
        flagged = [label for label, score in zip(labels, scores) if score >= threshold]
        now = sum(flagged) / positives
        area += (now - recall) * sum(flagged) / len(flagged)
        recall = now
    return area
