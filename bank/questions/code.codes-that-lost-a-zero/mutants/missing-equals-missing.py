# Mistake: counts missing codes as one code.
from collections import Counter


def mend_codes(places):
    codes = [as_code(value) for value in places['zip_code']]
    mended = places.copy()
    mended['zip_code'] = codes
    counts = Counter(codes)
    return {'places': mended, 'repeated': sorted((code for code, count in counts.items() if count > 1), key=str)}


def as_code(value):
    if value is None or value != value:
        return None
    text = value.strip() if isinstance(value, str) else str(int(value))
    return text.zfill(5) if text else None
