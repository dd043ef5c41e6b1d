"""
What the data packages do at their first use, done once before any box is copied: they bind functions, fill caches and
import the rest of themselves.
"""


def of_data_packages():
    """With made-up rows, drawn from no generator, so that nothing of it shows. Packages that are missing are left out."""
    try:
        _of_pandas()
        _of_sklearn()
    except ImportError:
        return


def _of_pandas():
    import pandas

    rows = {"name": ["a", "b", "a", None], "value": [1.5, None, 2.5, 4.0], "count": [1, 2, 3, 4]}
    frame = pandas.DataFrame(rows).sort_values("value")
    frame.groupby("name")["value"].agg(["mean", "max", "count"]).round(2).reset_index()
    frame.merge(frame[frame["count"] > 1], on="count", how="left").fillna(0)
    frame.groupby("name", as_index=False).agg({"value": "sum", "count": "first"}).values.tolist()
    frame["name"].value_counts().to_dict()


def _of_sklearn():
    import numpy
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    features, labels = numpy.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0], [3.0, 1.0]]), numpy.array([0, 1, 0, 1])
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(features, labels)
    model.predict_proba(features)
    model.score(features, labels)
