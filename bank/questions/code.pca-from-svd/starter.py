import numpy as np


def principal_components(X: np.ndarray, k: int) -> dict:
    ...
