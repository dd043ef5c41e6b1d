def predict(train, test):
    return (-test["a"]).tolist()
