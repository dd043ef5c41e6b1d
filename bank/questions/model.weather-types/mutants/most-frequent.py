def predict(train, test):
    return [int(train["weather"].mode()[0])] * len(test)
