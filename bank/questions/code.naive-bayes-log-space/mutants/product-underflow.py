# Mistake: multiplies the probabilities and takes the logarithm at the end.
from collections import Counter
from math import prod

import numpy as np


def naive_bayes(mails, labels, alpha, new):
    words = {label: Counter() for label in labels}
    for mail, label in zip(mails, labels):
        words[label].update(mail)
    vocabulary = set().union(*words.values())
    return [log_shares({c: joint(mail, c, words, vocabulary, labels, alpha) for c in words}) for mail in new]


def joint(mail, label, words, vocabulary, labels, alpha):
    counts = words[label]
    below = sum(counts.values()) + alpha * len(vocabulary)
    return labels.count(label) / len(labels) * prod(
        (counts[word] + alpha) / below for word in mail if word in vocabulary
    )


def log_shares(products):
    total = np.float64(sum(products.values()))
    return {label: float(np.log(value / total)) for label, value in products.items()}
