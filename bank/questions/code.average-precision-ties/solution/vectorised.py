import numpy as np


def average_precision(labels, scores):
    y, s = np.asarray(labels, dtype=float), np.asarray(scores, dtype=float)
    if y.sum() == 0:
        return None
    _, run = np.unique(-s, return_inverse=True)
    gained, sizes = np.bincount(run, weights=y), np.bincount(run)
    precision = np.cumsum(gained) / np.cumsum(sizes)
    return float(np.sum(gained * precision) / y.sum())
