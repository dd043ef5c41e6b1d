# Mistake: does not subtract the mean of each column.
import numpy as np


def principal_components(X, k):
    mean = np.zeros(X.shape[1])
    U, lengths, Vt = np.linalg.svd(X - mean, full_matrices=False)
    variances = lengths**2 / (len(X) - 1)
    return {
        'variances': variances[:k],
        'shares': variances[:k] / variances.sum() if np.ptp(X, axis=0).any() else None,
        'rebuilt': mean + (U[:, :k] * lengths[:k]) @ Vt[:k],
    }
