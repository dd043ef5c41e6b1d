from collections import Counter


def best_split(values, labels):
    known = sorted((v, y) for v, y in zip(values, labels) if v is not None)
    gaps = Counter(y for v, y in zip(values, labels) if v is None)
    left, right, best = Counter(), Counter(y for _, y in known), None
    for (value, label), (following, _) in zip(known, known[1:]):
        left[label] += 1
        right[label] -= 1
        if value == following:
            continue
        for side, low, high in (('left', left + gaps, right), ('right', left, right + gaps)):
            impurity = (mass(low) + mass(high)) / len(values)
            if best is None or impurity < best['impurity'] - 1e-12:
                best = {'threshold': (value + following) / 2, 'missing': side, 'impurity': impurity}
    return best


def mass(counts):
    """Rows times their Gini impurity."""
    rows = sum(counts.values())
    return rows - sum(count * count for count in counts.values()) / rows
