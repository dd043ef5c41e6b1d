# Mistake: leaves out how common each class is.
from collections import Counter
from math import exp, log


def naive_bayes(mails, labels, alpha, new):
    words = {label: Counter() for label in labels}
    for mail, label in zip(mails, labels):
        words[label].update(mail)
    vocabulary = set().union(*words.values())
    return [log_shares({c: joint(mail, c, words, vocabulary, labels, alpha) for c in words}) for mail in new]


def joint(mail, label, words, vocabulary, labels, alpha):
    counts = words[label]
    below = sum(counts.values()) + alpha * len(vocabulary)
    return sum(
        log((counts[word] + alpha) / below) for word in mail if word in vocabulary
    )


def log_shares(logs):
    top = max(logs.values())
    total = top + log(sum(exp(value - top) for value in logs.values()))
    return {label: value - total for label, value in logs.items()}
