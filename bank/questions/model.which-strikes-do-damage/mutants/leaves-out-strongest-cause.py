# Mistake: describes the aircraft and the flight, and leaves out what was hit.
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder


def predict(train, test):
    features = ["aircraft", "operator", "phase", "time_of_day"]
    model = make_pipeline(OneHotEncoder(handle_unknown="ignore", min_frequency=5), LogisticRegression(max_iter=500))
    model.fit(train[features], train["damaged"])
    return model.predict_proba(test[features])[:, 1]
