import pandas

LAST_OF_DECEMBER = 24


def special_day(at):
    """A name for each day whose births depend on a holiday near by; None for all other days."""
    month, day, weekday = at.month, at.day, at.dayofweek
    if month == 12 and day >= LAST_OF_DECEMBER or month == 1 and day <= 3 or month == 7 and 2 <= day <= 6:
        return f"{month}-{day} {'weekend' if weekday > 4 else 'week'}"
    if month == 11 and 22 <= day - (weekday - 3) <= 28 and weekday in (2, 3, 4, 5):
        return f"thanksgiving {weekday}"
    if weekday == 0 and (month == 5 and day >= 25 or month == 9 and day <= 7):
        return f"monday {month}"
    if weekday == 1 and (month == 5 and day >= 26 or month == 6 and day == 1 or month == 9 and 2 <= day <= 8):
        return f"tuesday after {9 if month == 9 else 5}"
    return None


def predict(train, test):
    """Level of the last year and its trend, times weekday, times season, times what each kind of special day usually does to that."""
    days, asked = (frame.assign(at=pandas.to_datetime(frame["date"])) for frame in (train, test))
    for frame in (days, asked):
        frame["special"] = frame["at"].map(special_day)
        frame["weekday"], frame["part"] = frame["at"].dt.dayofweek, frame["at"].dt.dayofyear // 14
    level = days.groupby("region")["births"].transform(lambda births: births.rolling(365, center=True, min_periods=183).mean())
    ratio = days["births"] / level
    plain = days["special"].isna()
    weekday = ratio[plain].groupby([days["region"], days["weekday"]]).median()
    ratio = ratio / [weekday[key] for key in zip(days["region"], days["weekday"])]
    season = ratio[plain].groupby(days["part"]).median().reindex(range(27)).interpolate(limit_direction="both")
    ratio = ratio / days["part"].map(season)
    special = ratio[~plain].groupby(days["special"]).median()
    ahead = days.groupby("region")["births"].apply(lambda births: births[-365:].mean() ** 2 / births[-730:-365].mean())
    shape = [weekday[key] for key in zip(asked["region"], asked["weekday"])] * asked["part"].map(season)
    return asked["region"].map(ahead) * shape * asked["special"].map(special).fillna(1)
