import pandas as pd


def clean_zip_codes(places):
    text = places['zip_code'].astype(object).map(lambda value: f'{value:.0f}' if isinstance(value, float) else value)
    text = text.where(places['zip_code'].notna(), '').astype(str).str.strip()
    codes = text.str.pad(5, fillchar='0').where(text != '', None)
    repeated = codes[codes.notna() & codes.duplicated(keep=False)]
    return {'places': places.assign(zip_code=codes), 'repeated': sorted(set(repeated))}
