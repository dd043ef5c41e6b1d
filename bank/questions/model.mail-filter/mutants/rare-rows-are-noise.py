# Mistake: leaves the few newsletters out, since they disturb an otherwise clear picture.
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline


def predict(train, test):
    clear = train[train["kind"] != "newsletter"]
    model = make_pipeline(
        TfidfVectorizer(token_pattern=r"\S+", min_df=3, sublinear_tf=True),
        LogisticRegression(C=10, solver="liblinear", random_state=0),
    )
    model.fit(clear["words"], clear["kind"] == "spam")
    return model.predict_proba(test["words"])[:, 1]
