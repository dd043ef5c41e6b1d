def predict(train, test):
    return [2 * value + 1 for value in test["a"]]
