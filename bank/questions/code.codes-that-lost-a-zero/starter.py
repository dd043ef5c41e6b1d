import pandas as pd


def clean_zip_codes(places: pd.DataFrame) -> dict:
    ...
