# Mistake: calls the library that solves the exercise.
from sklearn.metrics import accuracy_score, precision_recall_fscore_support


def report(actual, predicted):
    classes = sorted({*actual, *predicted})
    table = zip(*precision_recall_fscore_support(actual, predicted, labels=classes, zero_division=0))
    names = ('precision', 'recall', 'f1', 'support')
    averages = {
        kind: dict(zip(names[:3], precision_recall_fscore_support(actual, predicted, average=kind, zero_division=0)))
        for kind in ('macro', 'weighted')
    }
    rows = {c: dict(zip(names, row)) for c, row in zip(classes, table)}
    return {'classes': rows, **averages, 'micro': accuracy_score(actual, predicted)}
