# Mistake: returns the probabilities as the gradient.
import numpy as np


def cross_entropy(logits, labels):
    rows = np.arange(len(labels))
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_total = np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    log_probabilities = shifted - log_total
    gradient = np.exp(log_probabilities)
    return {'loss': float(-log_probabilities[rows, labels].mean()), 'gradient': gradient / len(labels)}
