def predict(train, test):
    return [float(train["y"].mean())] * len(test)
