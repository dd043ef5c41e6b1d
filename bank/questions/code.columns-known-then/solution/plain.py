import math

import pandas as pd

DAMAGE = 'Effect Amount of damage'


def prepare(strikes, known_after, at, codes):
    inputs = [column for column in strikes if column != DAMAGE]
    late = [column for column in inputs if known_after.get(column, math.inf) > at]
    seen, rows, labels, damaged, repeats = set(), [], [], [], []
    for label, strike in zip(strikes.index.tolist(), strikes.to_dict('records')):
        strike[DAMAGE] = codes.get(strike[DAMAGE], strike[DAMAGE])
        key = tuple('?' if value != value else value for value in strike.values())
        if key in seen:
            repeats.append(label)
            continue
        seen.add(key)
        rows.append([strike[column] for column in inputs if column not in late])
        labels.append(label)
        damaged.append(0 if strike[DAMAGE] == 'None' else 1)
    usable = [column for column in inputs if column not in late]
    features = pd.DataFrame(rows, index=labels, columns=usable)
    return {'features': features, 'damaged': damaged, 'dropped': late, 'repeats': repeats}
