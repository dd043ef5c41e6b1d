import numpy
import pandas
from pandas.tseries.holiday import USFederalHolidayCalendar
from sklearn.ensemble import HistGradientBoostingRegressor


def calendar(dates):
    """What is known of a day in advance: weekday, place in the year, and how far the nearest holidays are."""
    first, last = dates.min() - pandas.Timedelta(days=400), dates.max() + pandas.Timedelta(days=400)
    named = USFederalHolidayCalendar().holidays(first, last, return_name=True)
    columns = {"weekday": dates.dayofweek, "season": dates.dayofyear, "month_day": dates.month * 100 + dates.day}
    for name in ("Memorial Day", "Labor Day", "Thanksgiving Day"):
        days = named[named.str.startswith(name)].index.to_numpy()
        away = (dates.to_numpy()[:, None] - days[None, :]) / numpy.timedelta64(1, "D")
        nearest = numpy.take_along_axis(away, abs(away).argmin(axis=1)[:, None], axis=1)[:, 0]
        columns[name] = numpy.where(abs(nearest) <= 5, nearest, 9)
    for month, day in ((1, 1), (7, 4), (12, 25)):
        years = numpy.arange(first.year, last.year + 1)
        days = pandas.to_datetime({"year": years, "month": month, "day": day}).to_numpy()
        away = (dates.to_numpy()[:, None] - days[None, :]) / numpy.timedelta64(1, "D")
        nearest = numpy.take_along_axis(away, abs(away).argmin(axis=1)[:, None], axis=1)[:, 0]
        columns[f"{month}-{day}"] = numpy.where(abs(nearest) <= 8, nearest, 19)
    return pandas.DataFrame(columns, index=dates)


def predict(train, test):
    """Carries level and trend of each region on; learns from all regions together what the calendar does to a level."""
    train, test = (frame.assign(at=pandas.to_datetime(frame["date"])) for frame in (train, test))
    births = train.groupby("region")["births"]
    level = births.transform(lambda days: days.rolling(365, center=True, min_periods=183).mean())
    ratio = numpy.log(train["births"] / level)
    weekday = ratio.groupby([train["region"], train["at"].dt.dayofweek]).median()
    ratio = ratio - weekday.loc[list(zip(train["region"], train["at"].dt.dayofweek))].to_numpy()
    model = HistGradientBoostingRegressor(
        loss="absolute_error", max_iter=250, learning_rate=0.08, max_leaf_nodes=24, min_samples_leaf=10, random_state=0
    )
    model.fit(calendar(pandas.DatetimeIndex(train["at"])), ratio)
    shape = model.predict(calendar(pandas.DatetimeIndex(test["at"])))
    shape = shape + weekday.loc[list(zip(test["region"], test["at"].dt.dayofweek))].to_numpy()
    ahead = births.apply(lambda days: days[-365:].mean() ** 2 / days[-730:-365].mean())
    return test["region"].map(ahead) * numpy.exp(shape)
