# Mistake: a good area under the curve is taken for a good filter; what it does to newsletters is not looked at.
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline


def predict(train, test):
    model = make_pipeline(CountVectorizer(token_pattern=r"\S+", min_df=3), MultinomialNB())
    model.fit(train["words"], train["kind"] == "spam")
    return model.predict_proba(test["words"])[:, 1]
