# Mistake: the queue holds whatever costs most, whether it is odd or not.
def predict(train, test):
    return test["amount"]
