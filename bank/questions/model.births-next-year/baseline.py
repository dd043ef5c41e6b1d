import pandas


def predict(train, test):
    """The mean of the last year's days with the same weekday, region by region."""
    days, asked = (frame.assign(weekday=pandas.to_datetime(frame["date"]).dt.dayofweek) for frame in (train, test))
    last_year = days[days["date"] >= days["date"].max()[:4]]
    usual = last_year.groupby(["region", "weekday"])["births"].mean()
    return [usual[key] for key in zip(asked["region"], asked["weekday"])]
