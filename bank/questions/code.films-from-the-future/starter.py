import pandas as pd


def clean_releases(films: pd.DataFrame, today: str) -> dict:
    ...
