# Mistake: looks for known days of the same date and weekday in whatever year, instead of learning what makes a day.
import pandas


def predict(train, test):
    train, test = (
        frame.assign(key=frame["date"].str[5:] + pandas.to_datetime(frame["date"]).dt.dayofweek.astype(str))
        for frame in (train, test)
    )
    same_date = train.groupby(["region", "key"])["births"].mean()
    usual = train.groupby("region")["births"].mean()
    return [same_date.get((region, key), usual[region]) for region, key in zip(test["region"], test["key"])]
