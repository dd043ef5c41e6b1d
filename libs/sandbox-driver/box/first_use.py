"""
Uses the data packages once in the zygote. At first use they bind functions, fill caches and import more modules, which
forked boxes then need not repeat.
"""


def use_data_packages():
    """Uses fixed rows and no random generator, so that no state remains. Skips packages that are not installed."""
    try:
        _use_pandas()
        _use_sklearn()
    except ImportError:
        return


def _use_pandas():
    import pandas

    rows = {"name": ["a", "b", "a", None], "value": [1.5, None, 2.5, 4.0], "count": [1, 2, 3, 4]}
    frame = pandas.DataFrame(rows).sort_values("value")
    frame.groupby("name")["value"].agg(["mean", "max", "count"]).round(2).reset_index()
    frame.merge(frame[frame["count"] > 1], on="count", how="left").fillna(0)
    frame.groupby("name", as_index=False).agg({"value": "sum", "count": "first"}).values.tolist()
    frame["name"].value_counts().to_dict()


def _use_sklearn():
    import numpy
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    features, labels = numpy.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0], [3.0, 1.0]]), numpy.array([0, 1, 0, 1])
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(features, labels)
    model.predict_proba(features)
    model.score(features, labels)
