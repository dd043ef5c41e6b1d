# Mistake: hands in ranks instead of chances, so that the upper half of all mails is blocked.
from scipy.stats import rankdata
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline


def predict(train, test):
    model = make_pipeline(
        TfidfVectorizer(token_pattern=r"\S+", min_df=3, sublinear_tf=True),
        LogisticRegression(C=10, solver="liblinear", random_state=0),
    )
    model.fit(train["words"], train["kind"] == "spam")
    return rankdata(model.decision_function(test["words"])) / len(test)
