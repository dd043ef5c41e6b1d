# Mistake: keeps the columns that are numbers already and throws the text away, the animal above all.
from sklearn.ensemble import HistGradientBoostingClassifier


def predict(train, test):
    features = ["year", "month", "speed"]
    model = HistGradientBoostingClassifier(max_leaf_nodes=8, random_state=0)
    model.fit(train[features], train["damaged"])
    return model.predict_proba(test[features])[:, 1]
