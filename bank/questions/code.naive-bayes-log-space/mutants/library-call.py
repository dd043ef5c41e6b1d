# Mistake: calls the library that solves the exercise.
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.naive_bayes import MultinomialNB


def naive_bayes(mails, labels, alpha, new):
    column = {word: j for j, word in enumerate(sorted({word for mail in mails for word in mail}))}
    model = MultinomialNB(alpha=alpha).fit(table(mails, column), labels)
    rows = model.predict_log_proba(table(new, column))
    return [dict(zip(model.classes_.tolist(), row.tolist())) for row in np.atleast_2d(rows)]


def table(mails, column):
    places = [(i, column[word]) for i, mail in enumerate(mails) for word in mail if word in column]
    rows, columns = [i for i, _ in places], [j for _, j in places]
    return csr_matrix((np.ones(len(places)), (rows, columns)), shape=(len(mails), len(column)))
