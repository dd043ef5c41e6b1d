import pandas as pd


def reconcile(first: pd.DataFrame, second: pd.DataFrame, limit: float) -> dict:
    ...
