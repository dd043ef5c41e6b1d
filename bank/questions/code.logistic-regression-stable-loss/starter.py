import numpy as np


def loss_and_gradient(
    X: np.ndarray, y: np.ndarray, weights: np.ndarray, intercept: float, penalty: float
) -> dict:
    ...
