import numpy as np
from scipy.special import expit


def loss_and_gradient(X, y, weights, intercept, penalty):
    margin = X @ weights + intercept
    loss = np.mean(np.logaddexp(0.0, margin) - y * margin) + penalty / 2 * np.sum(weights**2)
    residual = (expit(margin) - y) / len(y)
    return {
        'loss': float(loss),
        'weights': (X.T @ residual + penalty * weights).tolist(),
        'intercept': float(residual.sum()),
    }
