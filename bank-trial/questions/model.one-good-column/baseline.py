def predict(train, test):
    return test["b"].abs().tolist()
