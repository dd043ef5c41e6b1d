def predict(train, test):
    """Return one score per row of test: the higher, the sooner the payment is looked at."""
    return [0.0] * len(test)
