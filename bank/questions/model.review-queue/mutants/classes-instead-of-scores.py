# Mistake: hands in what is called fraud, so that nearly all payments tie for a place in the queue.
import numpy
import pandas
from sklearn.ensemble import HistGradientBoostingClassifier


def predict(train, test):
    rows = described(pandas.concat([train, test], ignore_index=True), train)
    rows, asked = rows[: len(train)], rows[len(train) :]
    is_fraud = train["reported_on"].notna().to_numpy()
    model = HistGradientBoostingClassifier(
        max_iter=100, learning_rate=0.08, max_leaf_nodes=8, min_samples_leaf=30, random_state=0
    )
    model.fit(rows, is_fraud)
    return model.predict(asked).astype(float)


def described(payments, known):
    at, card = payments["at"].to_numpy(), payments["card"].to_numpy()
    card_day = card * 1000 + numpy.floor(at)
    home = known.groupby("card")["country"].agg(lambda seen: seen.mode()[0])
    usual = known.groupby("card")["amount"].median()
    kinds = pandas.get_dummies(payments["category"]).astype(float)
    return kinds.assign(
        is_abroad=(payments["country"] != payments["card"].map(home)).astype(float),
        is_online=payments["is_online"].astype(float),
        amount=payments["amount"],
        times_usual=payments["amount"] / payments["card"].map(usual),
        hour=at % 1,
        same_hour=times_between(card_day, at, -1 / 24, 1 / 24) - 1,
        same_day=times_between(card_day, at, -1, 1) - 1,
        two_days_before=times_between(card, at, -2, 0) - 1,
    )


def times_between(key, at, begins, ends):
    place = pandas.factorize(key)[0] * 1000.0 + at
    ordered = numpy.sort(place)
    return numpy.searchsorted(ordered, place + ends, "right") - numpy.searchsorted(ordered, place + begins, "left")
