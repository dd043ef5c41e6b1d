import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict


def predict(train, test):
    model = HistGradientBoostingClassifier(max_iter=60, max_leaf_nodes=8, random_state=0)
    known, kinds = train[test.columns], train["weather"].to_numpy()
    weights = tuned(cross_val_predict(model, known, kinds, cv=4, method="predict_proba"), kinds)
    return (model.fit(known, kinds).predict_proba(test) * weights).argmax(axis=1)


def tuned(probabilities, kinds):
    """One weight for each type, raised and lowered in turn while macro-F1 grows."""
    weights = np.ones(probabilities.shape[1])
    for _ in range(3):
        for kind in range(len(weights)):
            tried = weights[kind] * np.array([0.5, 0.7, 0.85, 1.0, 1.2, 1.5, 2.0, 3.0])
            scores = [score(probabilities, kinds, np.where(np.arange(len(weights)) == kind, one, weights)) for one in tried]
            weights[kind] = tried[int(np.argmax(scores))]
    return weights


def score(probabilities, kinds, weights):
    return f1_score(kinds, (probabilities * weights).argmax(axis=1), average="macro")
