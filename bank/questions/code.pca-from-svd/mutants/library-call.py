# Mistake: calls the library that solves the exercise.
import numpy as np
from sklearn.decomposition import PCA


def principal_components(X, k):
    pca = PCA(n_components=k, svd_solver='full')
    scores = pca.fit_transform(X)
    return {
        'variances': pca.explained_variance_,
        'shares': None if np.ptp(X, axis=0).max() == 0 else pca.explained_variance_ratio_,
        'rebuilt': pca.inverse_transform(scores),
    }
