# Mistake: takes a simpler model for one that carries over, but feeds it the same levels.
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def predict(train, test):
    features = ["humidity", "temperature"]
    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced"))
    model.fit(train[features], train["fault"])
    return model.predict_proba(test[features])[:, 1]
