import numpy as np


def k_means(points: np.ndarray, centres: np.ndarray) -> dict:
    ...
