# Mistake: knows weekday, season and level, and leaves the holidays to chance.
import pandas


def predict(train, test):
    days, asked = (frame.assign(at=pandas.to_datetime(frame["date"])) for frame in (train, test))
    level = days.groupby("region")["births"].transform(lambda births: births.rolling(365, center=True, min_periods=183).mean())
    ratio = days["births"] / level
    weekday = ratio.groupby(days["at"].dt.dayofweek).median()
    season = (ratio / days["at"].dt.dayofweek.map(weekday)).groupby(days["at"].dt.dayofyear // 14).median()
    ahead = days.groupby("region")["births"].apply(lambda births: births[-365:].mean() ** 2 / births[-730:-365].mean())
    return (
        asked["region"].map(ahead) * asked["at"].dt.dayofweek.map(weekday) * (asked["at"].dt.dayofyear // 14).map(season)
    )
