import numpy
import pandas
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

SPEEDS = [-1, 60, 90, 110, 130, 150, 170, 200, 230, 260, numpy.inf]


def known_on_the_day(strikes):
    """Everything as categories; what only becomes known later is left out."""
    categories = strikes[["aircraft", "operator", "phase", "wildlife_size", "species", "time_of_day"]].copy()
    categories["speed"] = pandas.cut(strikes["speed"], SPEEDS).astype(str)
    categories["size_in_phase"] = strikes["wildlife_size"] + " " + strikes["phase"]
    return categories


def predict(train, test):
    model = make_pipeline(
        OneHotEncoder(handle_unknown="ignore", min_frequency=5),
        LogisticRegression(C=0.5, max_iter=500),
    )
    model.fit(known_on_the_day(train), train["damaged"])
    return model.predict_proba(known_on_the_day(test))[:, 1]
