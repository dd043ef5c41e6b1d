def predict(train, test):
    return test["c"].tolist()
