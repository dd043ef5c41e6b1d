def predict(train, test):
    return [1] * len(test)
