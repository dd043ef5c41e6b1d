# Mistake: takes the same date a year before, which falls on another weekday.
import pandas


def predict(train, test):
    known = train.set_index(["region", "date"])["births"]
    before = pandas.to_datetime(test["date"]) - pandas.DateOffset(years=1)
    return [known[key] for key in zip(test["region"], before.dt.strftime("%Y-%m-%d"))]
