# Mistake: throws away rows without a code.
from collections import Counter


def mend_codes(places):
    codes = [as_code(value) for value in places['zip_code']]
    mended = places.copy()
    mended['zip_code'] = codes
    mended = mended[mended['zip_code'].notna()]
    counts = Counter(code for code in codes if code is not None)
    return {'places': mended, 'repeated': sorted(code for code, count in counts.items() if count > 1)}


def as_code(value):
    if value is None or value != value:
        return None
    text = value.strip() if isinstance(value, str) else str(int(value))
    return text.zfill(5) if text else None
