# Mistake: takes it that numbers that are all equal have exactly no variance.
import numpy as np


def principal_components(X, k):
    mean = X.mean(axis=0)
    U, lengths, Vt = np.linalg.svd(X - mean, full_matrices=False)
    variances = lengths**2 / (len(X) - 1)
    return {
        'variances': variances[:k],
        'shares': variances[:k] / variances.sum() if variances.sum() > 0 else None,
        'rebuilt': mean + (U[:, :k] * lengths[:k]) @ Vt[:k],
    }
