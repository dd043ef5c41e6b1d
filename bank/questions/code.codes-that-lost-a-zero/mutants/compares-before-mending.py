# Mistake: looks for repeats in the values as they came.
from collections import Counter


def clean_zip_codes(places):
    codes = [as_code(value) for value in places['zip_code']]
    cleaned = places.copy()
    cleaned['zip_code'] = codes
    counts = Counter(as_code(value) for value in repeats(places['zip_code']))
    return {'places': cleaned, 'repeated': sorted(code for code, count in counts.items() if count > 1)}


def repeats(values):
    known = [value for value in values if as_code(value) is not None]
    return [value for value in known if known.count(value) > 1]


def as_code(value):
    if value is None or value != value:
        return None
    text = value.strip() if isinstance(value, str) else str(int(value))
    return text.zfill(5) if text else None
