# Mistake: every day gets the mean, though weekends have a third fewer births than working days.
def predict(train, test):
    return test["region"].map(train.groupby("region")["births"].mean())
