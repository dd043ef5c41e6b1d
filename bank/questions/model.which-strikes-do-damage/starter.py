def predict(train, test):
    """Return one score per row of test: the higher, the likelier is damage."""
    return [0.0] * len(test)
