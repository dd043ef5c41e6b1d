import pandas as pd


def mend_codes(places: pd.DataFrame) -> dict:
    ...
