import numpy as np


def attention(queries, keys, values, mask):
    weights = np.zeros(mask.shape)
    for i, query in enumerate(queries):
        allowed = np.flatnonzero(mask[i])
        if len(allowed) == 0:
            continue
        scores = keys[allowed] @ query * queries.shape[1] ** -0.5
        shares = np.exp(scores - scores.max())
        weights[i, allowed] = shares / shares.sum()
    return {'weights': weights, 'output': weights @ values}
