def predict(train, test):
    """The one column that looks best by itself."""
    return test["a"].tolist()
