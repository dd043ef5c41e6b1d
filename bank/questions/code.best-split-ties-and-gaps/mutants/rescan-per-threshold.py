# Mistake: right, but counts both sides anew for each threshold.
from collections import Counter


def best_split(values, labels):
    different, best = sorted({v for v in values if v is not None}), None
    for value, following in zip(different, different[1:]):
        for side in ('left', 'right'):
            low = Counter(y for v, y in zip(values, labels) if (side == 'left' if v is None else v <= value))
            high = Counter(y for v, y in zip(values, labels) if (side == 'right' if v is None else v > value))
            impurity = (mass(low) + mass(high)) / len(values)
            if best is None or impurity < best['impurity'] - 1e-12:
                best = {'threshold': (value + following) / 2, 'missing': side, 'impurity': impurity}
    return best


def mass(counts):
    rows = sum(counts.values())
    return rows - sum(count * count for count in counts.values()) / rows
