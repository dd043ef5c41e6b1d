def predict(train, test):
    """Return one score per row of test: the higher, the likelier is a fault."""
    return [0.0] * len(test)
