# Mistake: scales every column to a spread of one.
import numpy as np


def principal_components(X, k):
    mean = X.mean(axis=0)
    spread = X.std(axis=0, ddof=1)
    spread[spread == 0] = 1.0
    U, lengths, Vt = np.linalg.svd((X - mean) / spread, full_matrices=False)
    variances = lengths**2 / (len(X) - 1)
    return {
        'variances': variances[:k],
        'shares': variances[:k] / variances.sum() if np.ptp(X, axis=0).any() else None,
        'rebuilt': mean + (U[:, :k] * lengths[:k]) @ Vt[:k] * spread,
    }
