import pandas
from sklearn.ensemble import HistGradientBoostingClassifier

TEXT = ["aircraft", "operator", "phase", "wildlife_size", "species", "time_of_day"]
NUMBERS = ["speed", "month"]


def predict(train, test):
    """Replaces each text by its smoothed share of damage, then boosts shallow trees."""
    usual = train["damaged"].mean()
    rows, asked = train[NUMBERS].copy(), test[NUMBERS].copy()
    for name in TEXT:
        known = train.groupby(name)["damaged"].agg(["sum", "count"])
        share = (known["sum"] + 20 * usual) / (known["count"] + 20)
        rows[name] = train[name].map(share)
        asked[name] = test[name].map(share).fillna(usual)
    model = HistGradientBoostingClassifier(
        max_iter=80, learning_rate=0.06, max_leaf_nodes=8, min_samples_leaf=30, random_state=0
    )
    model.fit(rows, train["damaged"])
    return pandas.Series(model.predict_proba(asked)[:, 1])
