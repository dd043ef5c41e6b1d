import pandas as pd


def mend_releases(films: pd.DataFrame, today: str) -> dict:
    ...
