# Mistake: keeps the last word of each index.
from math import hypot


def hash_features(words, size):
    vector = [0.0] * size
    for word in words:
        hashed = fnv1a(word)
        vector[hashed % size] = -1 if hashed >> 31 else 1
    norm = hypot(*vector)
    return [value / norm for value in vector] if norm else vector


def fnv1a(word):
    hashed = 2166136261
    for byte in word.encode():
        hashed = (hashed ^ byte) * 16777619 & 0xFFFFFFFF
    return hashed
