def predict(train, test):
    """Return one number of births per row of test."""
    return [10_000] * len(test)
