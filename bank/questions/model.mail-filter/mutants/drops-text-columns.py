# Mistake: keeps the columns that are numbers already; newsletters and spam look alike in them.
from sklearn.ensemble import HistGradientBoostingClassifier

SHAPE = ["links", "tags", "shouting", "exclamations"]


def predict(train, test):
    model = HistGradientBoostingClassifier(max_leaf_nodes=8, max_iter=60, random_state=0)
    model.fit(train[SHAPE], train["kind"] == "spam")
    return model.predict_proba(test[SHAPE])[:, 1]
