import numpy as np


def report(actual, predicted):
    classes = sorted(set(actual) | set(predicted))
    matrix = np.zeros((len(classes), len(classes)))
    for a, p in zip(actual, predicted):
        matrix[classes.index(a), classes.index(p)] += 1
    hits, support, called = matrix.diagonal(), matrix.sum(axis=1), matrix.sum(axis=0)
    measures = {
        'precision': np.divide(hits, called, out=np.zeros(len(classes)), where=called > 0),
        'recall': np.divide(hits, support, out=np.zeros(len(classes)), where=support > 0),
        'f1': 2 * hits / (called + support),
    }
    return {
        'classes': {
            c: {**{name: float(m[i]) for name, m in measures.items()}, 'support': int(support[i])}
            for i, c in enumerate(classes)
        },
        'macro': {name: float(m.mean()) for name, m in measures.items()},
        'weighted': {name: float(np.average(m, weights=support)) for name, m in measures.items()},
        'micro': float(hits.sum() / len(actual)),
    }
