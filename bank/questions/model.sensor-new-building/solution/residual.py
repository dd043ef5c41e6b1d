def predict(train, test):
    """No model: the distance from the recent median, both quantities in units of their usual distance."""
    readings = test[["humidity", "temperature"]]
    usual = readings.groupby(test["sensor"]).transform(
        lambda column: column.rolling(301, center=True, min_periods=1).median()
    )
    apart = (readings - usual).abs()
    return (apart / apart.median()).sum(axis=1)
