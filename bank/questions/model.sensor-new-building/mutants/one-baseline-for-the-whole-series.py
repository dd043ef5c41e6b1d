# Mistake: measures departures from the mean of the whole series, so that the day's drift looks like a fault.
def predict(train, test):
    readings = test[["humidity", "temperature"]]
    by_sensor = readings.groupby(test["sensor"])
    scores = (readings - by_sensor.transform("mean")) / by_sensor.transform("std")
    return scores.abs().max(axis=1)
