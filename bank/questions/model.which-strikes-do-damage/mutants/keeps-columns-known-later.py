# Mistake: learns from the bills, which nobody has on the day the question is asked.
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OrdinalEncoder

TEXT = ["aircraft", "operator", "phase", "wildlife_size", "species", "time_of_day"]


def predict(train, test):
    features = [name for name in train.columns if name != "damaged"]
    model = make_pipeline(
        make_column_transformer(
            (OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), TEXT),
            remainder="passthrough",
        ),
        HistGradientBoostingClassifier(random_state=0),
    )
    model.fit(train[features], train["damaged"])
    return model.predict_proba(test[features])[:, 1]
