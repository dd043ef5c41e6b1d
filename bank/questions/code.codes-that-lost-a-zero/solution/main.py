from collections import Counter


def clean_zip_codes(places):
    codes = [as_code(value) for value in places['zip_code']]
    cleaned = places.copy()
    cleaned['zip_code'] = codes
    counts = Counter(code for code in codes if code is not None)
    return {'places': cleaned, 'repeated': sorted(code for code, count in counts.items() if count > 1)}


def as_code(value):
    if value is None or value != value:
        return None
    text = value.strip() if isinstance(value, str) else str(int(value))
    return text.zfill(5) if text else None
