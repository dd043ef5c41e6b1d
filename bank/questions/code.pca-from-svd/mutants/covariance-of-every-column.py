# Mistake: right, but builds the covariance of all pairs of columns.
import numpy as np


def principal_components(X, k):
    mean = X.mean(axis=0)
    Z = X - mean
    variances, vectors = np.linalg.eigh(Z.T @ Z / (len(X) - 1))
    variances, vectors = np.maximum(variances[::-1], 0.0), vectors[:, ::-1][:, :k]
    return {
        'variances': variances[:k],
        'shares': variances[:k] / variances.sum() if np.ptp(X, axis=0).any() else None,
        'rebuilt': mean + Z @ vectors @ vectors.T,
    }
