import numpy as np
from scipy.special import logsumexp


def naive_bayes(mails, labels, alpha, new):
    words = {word: i for i, word in enumerate(sorted({word for mail in mails for word in mail}))}
    kinds = sorted(set(labels))
    counts = np.zeros((len(kinds), len(words)))
    for mail, label in zip(mails, labels):
        for word in mail:
            counts[kinds.index(label), words[word]] += 1
    rates = np.log(counts + alpha) - np.log(counts.sum(axis=1, keepdims=True) + alpha * len(words))
    prior = np.log([labels.count(kind) / len(labels) for kind in kinds])
    answers = []
    for mail in new:
        joint = prior + sum((rates[:, words[word]] for word in mail if word in words), np.zeros(len(kinds)))
        answers.append(dict(zip(kinds, (joint - logsumexp(joint)).tolist())))
    return answers
