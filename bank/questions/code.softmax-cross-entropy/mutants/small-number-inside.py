# Mistake: adds a small number inside the logarithm.
import numpy as np


def cross_entropy(logits, labels):
    rows = np.arange(len(labels))
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities = weights / weights.sum(axis=1, keepdims=True)
    gradient = probabilities.copy()
    gradient[rows, labels] -= 1
    return {'loss': float(-np.log(probabilities[rows, labels] + 1e-15).mean()), 'gradient': gradient / len(labels)}
