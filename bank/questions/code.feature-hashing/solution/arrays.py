from functools import reduce

import numpy as np


def hash_features(words, size):
    hashes = np.array([fnv1a(word) for word in words], dtype=np.uint64)
    signs = np.where(hashes < 2**31, 1.0, -1.0)
    vector = np.bincount((hashes % np.uint64(size)).astype(int), weights=signs, minlength=size)
    norm = np.linalg.norm(vector)
    return vector / norm if norm else vector


def fnv1a(word):
    return reduce(lambda hashed, byte: (hashed ^ byte) * 16777619 % 2**32, word.encode('utf-8'), 2166136261)
