import numpy as np
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis


def predict(train, test):
    """Weighs the types until the test has as many of each as training has of all types together, a fifth."""
    model = QuadraticDiscriminantAnalysis(reg_param=0.01).fit(train[test.columns], train["weather"])
    probabilities = model.predict_proba(test)
    weights = np.ones(5)
    for _ in range(40):
        called = np.bincount((probabilities * weights).argmax(axis=1), minlength=5) / len(test)
        weights *= (0.2 / np.clip(called, 0.002, None)) ** 0.3
    return (probabilities * weights).argmax(axis=1)
