# Mistake: divides by the variance of the components that were kept.
import numpy as np


def principal_components(X, k):
    mean = X.mean(axis=0)
    U, lengths, Vt = np.linalg.svd(X - mean, full_matrices=False)
    variances = lengths**2 / (len(X) - 1)
    return {
        'variances': variances[:k],
        'shares': variances[:k] / variances[:k].sum() if np.ptp(X, axis=0).any() else None,
        'rebuilt': mean + (U[:, :k] * lengths[:k]) @ Vt[:k],
    }
