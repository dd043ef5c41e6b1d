import numpy
from sklearn.linear_model import LogisticRegression

SHAPE = ["links", "tags", "shouting", "exclamations"]


def predict(train, test):
    """How a mail looks, not what it says."""
    rows, asked = (numpy.log1p(mails[SHAPE].to_numpy()) for mails in (train, test))
    return LogisticRegression().fit(rows, train["kind"] == "spam").predict_proba(asked)[:, 1]
