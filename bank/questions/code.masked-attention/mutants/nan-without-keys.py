# Mistake: divides by zero without allowed keys.
import numpy as np


def attention(queries, keys, values, mask):
    scores = queries @ keys.T / np.sqrt(queries.shape[1])
    scores = np.where(mask, scores, -np.inf)
    largest = scores.max(axis=1, keepdims=True)
    weights = np.exp(scores - largest)
    totals = weights.sum(axis=1, keepdims=True)
    return {'weights': weights / totals, 'output': weights / totals @ values}
