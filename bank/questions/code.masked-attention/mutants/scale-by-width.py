# Mistake: divides by the width.
import numpy as np


def attention(queries, keys, values, mask):
    scores = queries @ keys.T / queries.shape[1]
    scores = np.where(mask, scores, -np.inf)
    largest = scores.max(axis=1, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(largest), largest, 0.0))
    totals = weights.sum(axis=1, keepdims=True)
    weights = np.divide(weights, totals, out=np.zeros_like(weights), where=totals > 0)
    return {'weights': weights, 'output': weights @ values}
