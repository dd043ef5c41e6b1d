import pandas as pd


def prepare(strikes: pd.DataFrame, known_after: dict[str, float], at: float, codes: dict[str, str]) -> dict:
    ...
