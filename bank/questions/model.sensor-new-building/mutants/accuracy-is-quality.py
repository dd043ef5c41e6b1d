# Mistake: calls every reading normal, which is right more than four times in five.
def predict(train, test):
    return [0.0] * len(test)
