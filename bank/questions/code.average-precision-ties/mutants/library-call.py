# Mistake: calls the library that solves the exercise.
from sklearn.metrics import average_precision_score


def average_precision(labels, scores):
    return float(average_precision_score(labels, scores)) if sum(labels) else None
