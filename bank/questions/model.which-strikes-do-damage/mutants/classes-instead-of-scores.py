# Mistake: hands in the predicted class, so that nearly all rows tie.
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder


def predict(train, test):
    features = ["aircraft", "operator", "phase", "wildlife_size", "species", "time_of_day"]
    model = make_pipeline(OneHotEncoder(handle_unknown="ignore", min_frequency=5), LogisticRegression(max_iter=500))
    model.fit(train[features], train["damaged"])
    return model.predict(test[features])
