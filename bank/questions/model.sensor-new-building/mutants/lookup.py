# Mistake: answers with the label of the nearest reading it has seen.
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def predict(train, test):
    features = ["humidity", "temperature"]
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(1))
    model.fit(train[features], train["fault"])
    return model.predict_proba(test[features])[:, 1]
