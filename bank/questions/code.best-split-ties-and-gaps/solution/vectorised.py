import numpy as np


def best_split(values, labels):
    v = np.array([np.nan if x is None else x for x in values], dtype=float)
    names, y = np.unique(np.array(labels, dtype=object).astype(str), return_inverse=True)
    onehot = np.eye(len(names))[y].reshape(len(v), len(names))
    gap = np.isnan(v)
    order = np.flatnonzero(~gap)[np.argsort(v[~gap], kind='stable')]
    counted, gaps, ranked = onehot[order].cumsum(axis=0), onehot[gap].sum(axis=0), v[order]
    cuts = np.flatnonzero(np.diff(ranked) > 0)
    if len(cuts) == 0:
        return None
    low, high = counted[cuts], counted[-1] - counted[cuts]
    both = np.stack([mass(low + gaps) + mass(high), mass(low) + mass(high + gaps)], axis=1) / len(v)
    cut, side = divmod(int(np.flatnonzero(both.ravel() <= both.min() + 1e-12)[0]), 2)
    middle = (ranked[cuts[cut]] + ranked[cuts[cut] + 1]) / 2
    return {'threshold': float(middle), 'missing': ('left', 'right')[side], 'impurity': float(both[cut, side])}


def mass(counts):
    rows = counts.sum(axis=1)
    return rows - (counts**2).sum(axis=1) / rows
