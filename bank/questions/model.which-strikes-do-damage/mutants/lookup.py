# Mistake: looks for the known rows that agree most, instead of learning what matters.
import numpy

TEXT = ["aircraft", "operator", "phase", "wildlife_size", "species", "time_of_day"]


def predict(train, test):
    damaged = train["damaged"].to_numpy()
    known, asked = train[TEXT].to_numpy(), test[TEXT].to_numpy()
    known_speed, asked_speed = (rows["speed"].fillna(150).to_numpy() for rows in (train, test))
    scores = numpy.empty(len(test))
    for i in range(len(test)):
        agree = (known == asked[i]).sum(axis=1) - numpy.minimum(abs(known_speed - asked_speed[i]) / 50, 1)
        scores[i] = damaged[agree == agree.max()].mean()
    return scores
