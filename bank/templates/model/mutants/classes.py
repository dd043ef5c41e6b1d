from sklearn.linear_model import LogisticRegression


def predict(train, test):
    model = LogisticRegression().fit(train[["b", "c"]], train["y"])
    return model.predict(test[["b", "c"]]) * 1.0
