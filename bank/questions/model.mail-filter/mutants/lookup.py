# Mistake: looks for the known mail that shares the largest part of its words, and takes over what that was.
import numpy
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize


def predict(train, test):
    words = CountVectorizer(token_pattern=r"\S+", binary=True)
    known = normalize(words.fit_transform(train["words"]).astype(float))
    shared = normalize(words.transform(test["words"]).astype(float)) @ known.T
    nearest = numpy.asarray(shared.argmax(axis=1)).ravel()
    return (train["kind"] == "spam").to_numpy()[nearest].astype(float)
