# Mistake: leaves out classes that only the model predicts.
def report(actual, predicted):
    classes = sorted(set(actual))
    rows = {c: row(actual, predicted, c) for c in classes}
    weights = {c: rows[c]['support'] / len(actual) for c in classes}
    names = ('precision', 'recall', 'f1')
    accuracy = sum(a == p for a, p in zip(actual, predicted)) / len(actual)
    return {
        'classes': rows,
        'macro': {name: sum(rows[c][name] for c in classes) / len(classes) for name in names},
        'weighted': {name: sum(rows[c][name] * weights[c] for c in classes) for name in names},
        'micro': accuracy,
    }


def row(actual, predicted, c):
    hits = sum(a == p == c for a, p in zip(actual, predicted))
    called, support = predicted.count(c), actual.count(c)
    precision = hits / called if called else 0.0
    recall = hits / support if support else 0.0
    f1 = 2 * hits / (called + support)
    return {'precision': precision, 'recall': recall, 'f1': f1, 'support': support}
