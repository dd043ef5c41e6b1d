from itertools import islice

import numpy as np


def summarise(stream):
    count, mean, squares = 0, 0.0, 0.0
    while True:
        chunk = np.fromiter(islice(stream, 4096), dtype=float)
        if not len(chunk):
            break
        n, centre = len(chunk), float(chunk.mean())
        delta = centre - mean
        squares += float(((chunk - centre) ** 2).sum()) + delta * delta * count * n / (count + n)
        mean += delta * n / (count + n)
        count += n
    return {
        'count': count,
        'mean': mean if count else None,
        'variance': squares / (count - 1) if count > 1 else None,
    }
