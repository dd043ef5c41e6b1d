import pandas as pd


def impute(train: pd.DataFrame, test: pd.DataFrame) -> dict[str, pd.DataFrame]:
    ...
