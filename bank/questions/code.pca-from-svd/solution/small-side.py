import numpy as np


def principal_components(X, k):
    n, d = X.shape
    mean = X.sum(axis=0) / n
    Z = X - mean
    values, vectors = np.linalg.eigh(Z.T @ Z if d <= n else Z @ Z.T)
    values, vectors = np.maximum(values[::-1], 0.0), vectors[:, ::-1][:, :k]
    rebuilt = Z @ vectors @ vectors.T if d <= n else vectors @ (vectors.T @ Z)
    spread = any(len(set(column)) > 1 for column in X.T.tolist())
    return {
        'variances': (values[:k] / (n - 1)).tolist(),
        'shares': (values[:k] / (Z**2).sum()).tolist() if spread else None,
        'rebuilt': (mean + rebuilt).tolist(),
    }
