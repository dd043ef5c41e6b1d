def predict(train, test):
    return [0.0] * len(test)
