import numpy as np
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict


def predict(train, test):
    model = QuadraticDiscriminantAnalysis(reg_param=0.01)
    known, kinds = readings(train), train["weather"].to_numpy()
    unseen = cross_val_predict(model, known, kinds, cv=5, method="predict_proba")
    weights = tuned(unseen, kinds)
    return (model.fit(known, kinds).predict_proba(readings(test)) * weights).argmax(axis=1)


def readings(days):
    """Rain spans orders of magnitude, so its logarithm is what is nearly normal."""
    return days[["temperature", "spread", "wind", "humidity"]].assign(rain=np.log(days["rain"] + 0.1)).to_numpy()


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
