# Mistake: takes the day 364 days before; the weekday is right, but level and holidays have moved.
import pandas


def predict(train, test):
    known = train.set_index(["region", "date"])["births"]
    before = (pandas.to_datetime(test["date"]) - pandas.Timedelta(days=364)).dt.strftime("%Y-%m-%d")
    last_day = train["date"].max()
    return [known[region, min(date, last_day)] for region, date in zip(test["region"], before)]
