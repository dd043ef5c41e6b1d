# Mistake: divides by the number of rows, not by one less.
import numpy as np


def principal_components(X, k):
    mean = X.mean(axis=0)
    U, lengths, Vt = np.linalg.svd(X - mean, full_matrices=False)
    variances = lengths**2 / len(X)
    return {
        'variances': variances[:k],
        'shares': variances[:k] / variances.sum() if np.ptp(X, axis=0).any() else None,
        'rebuilt': mean + (U[:, :k] * lengths[:k]) @ Vt[:k],
    }
