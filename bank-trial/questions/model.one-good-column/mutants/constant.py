def predict(train, test):
    return [1.0] * len(test)
