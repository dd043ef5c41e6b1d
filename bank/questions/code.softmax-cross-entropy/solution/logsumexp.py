import numpy as np
from scipy.special import log_softmax


def cross_entropy(logits, labels):
    onehot = np.eye(logits.shape[1])[labels]
    logs = log_softmax(logits, axis=1)
    loss = -np.where(onehot == 1, logs, 0).sum() / len(labels)
    return {'loss': float(loss), 'gradient': (np.exp(logs) - onehot) / len(labels)}
