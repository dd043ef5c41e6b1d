# Mistake: keeps every column, whenever it is known.
DAMAGE = 'Effect Amount of damage'


def prepare(strikes, known_after, at, codes):
    merged = strikes.assign(**{DAMAGE: strikes[DAMAGE].replace(codes)})
    again = merged.duplicated()
    rows = merged[~again]
    inputs = [column for column in strikes.columns if column != DAMAGE]
    usable = inputs
    return {
        'features': rows[usable],
        'damaged': (rows[DAMAGE] != 'None').astype(int).tolist(),
        'dropped': [column for column in inputs if column not in usable],
        'repeats': strikes.index[again].tolist(),
    }
