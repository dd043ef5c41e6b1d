import numpy as np


def attention(queries: np.ndarray, keys: np.ndarray, values: np.ndarray, mask: np.ndarray) -> dict:
    ...
