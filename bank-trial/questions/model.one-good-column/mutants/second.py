def predict(train, test):
    return test["b"].tolist()
