# Mistake: nine strikes in ten do no damage, so "none" is right nine times in ten.
def predict(train, test):
    return [0.0] * len(test)
