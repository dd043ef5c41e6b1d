from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def predict(train, test):
    common = train[train["weather"] <= 1]
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=500))
    return model.fit(common[test.columns], common["weather"]).predict(test)
