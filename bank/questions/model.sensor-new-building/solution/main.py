import numpy
import pandas
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# Much longer than an event, much shorter than the day's drift.
BASELINE = 401


def smoothed(values, sensor, window, statistic):
    rolled = values.groupby(sensor).rolling(window, center=True, min_periods=1).agg(statistic)
    return rolled.droplevel(0).reindex(values.index)


def departures(readings):
    """How far each reading is from what its own sensor read around that time, in several ways."""
    sensor = readings["sensor"]
    features = {}
    for name in ("humidity", "temperature"):
        apart = (readings[name] - smoothed(readings[name], sensor, BASELINE, "median")).abs()
        features[name] = apart
        features[f"{name} in units of its noise"] = apart / apart.groupby(sensor).transform("median")
        features[f"{name} lately"] = smoothed(apart, sensor, 9, "median")
        features[f"{name} at most"] = smoothed(apart, sensor, 25, "max")
    return numpy.log1p(pandas.DataFrame(features))


def predict(train, test):
    train, test = train.reset_index(drop=True), test.reset_index(drop=True)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, class_weight="balanced"))
    model.fit(departures(train), train["fault"])
    return model.predict_proba(departures(test))[:, 1]
