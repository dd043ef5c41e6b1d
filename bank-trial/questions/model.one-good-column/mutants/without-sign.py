def predict(train, test):
    return test["a"].abs().tolist()
