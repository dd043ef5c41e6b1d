# Mistake: learns the levels of the first building, which mean nothing in the second.
from sklearn.ensemble import RandomForestClassifier


def predict(train, test):
    features = ["indoor", "humidity", "temperature"]
    model = RandomForestClassifier(100, min_samples_leaf=3, random_state=0)
    model.fit(train[features], train["fault"])
    return model.predict_proba(test[features])[:, 1]
