# Mistake: looks at the step from one reading to the next, which is small in the middle of an event.
def predict(train, test):
    steps = test.groupby("sensor")[["humidity", "temperature"]].diff().abs().fillna(0)
    return (steps / steps.mean()).sum(axis=1)
