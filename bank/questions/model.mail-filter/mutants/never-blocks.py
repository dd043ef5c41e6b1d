# Mistake: who blocks nothing blocks no newsletter.
def predict(train, test):
    return [0.0] * len(test)
