import numpy
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

SHAPE = ["links", "tags", "shouting", "exclamations"]
# A newsletter that is blocked costs more than any other mistake.
NEWSLETTER_WEIGHT = 8


def predict(train, test):
    """Words and shape of a mail in one linear model, in which the few newsletters of the training mails weigh more."""
    words = TfidfVectorizer(token_pattern=r"\S+", min_df=3, sublinear_tf=True)
    rows, asked = (
        hstack([text, csr_matrix(numpy.log1p(mails[SHAPE].to_numpy()) / 5)]).tocsr()
        for text, mails in ((words.fit_transform(train["words"]), train), (words.transform(test["words"]), test))
    )
    weight = numpy.where(train["kind"] == "newsletter", NEWSLETTER_WEIGHT, 1)
    model = LogisticRegression(C=10, solver="liblinear", random_state=0)
    model.fit(rows, train["kind"] == "spam", sample_weight=weight)
    return model.predict_proba(asked)[:, 1]
