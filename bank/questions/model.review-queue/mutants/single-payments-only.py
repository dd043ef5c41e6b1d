# Mistake: describes each payment alone, without what its card usually pays and what else it was used for that day.
import numpy
import pandas
from sklearn.ensemble import HistGradientBoostingClassifier

TODAY, SOONEST, LATEST = 100, 5, 45


def predict(train, test):
    rows = described(pandas.concat([train, test], ignore_index=True))
    rows, asked = rows[: len(train)], rows[len(train) :]
    is_fraud, age = train["reported_on"].notna().to_numpy(), TODAY - train["at"].to_numpy()
    is_settled = is_fraud | (age > LATEST)
    # Of frauds this old, so many are reported by now: each stands for those that are not yet.
    share_reported = ((age - SOONEST) / (LATEST - SOONEST)).clip(0.05, 1)
    weight = numpy.where(is_fraud, 1 / share_reported, 1)
    model = HistGradientBoostingClassifier(
        max_iter=100, learning_rate=0.08, max_leaf_nodes=8, min_samples_leaf=30, random_state=0
    )
    model.fit(rows[is_settled], is_fraud[is_settled], sample_weight=weight[is_settled])
    return model.predict_proba(asked)[:, 1]


def described(payments):
    kinds = pandas.get_dummies(payments["category"]).astype(float)
    return kinds.assign(
        country=payments["country"],
        is_online=payments["is_online"].astype(float),
        amount=payments["amount"],
        hour=payments["at"] % 1,
    )
