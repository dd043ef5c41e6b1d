# Mistake: looks for repeats in the columns that are kept.
DAMAGE = 'Effect Amount of damage'


def prepare(strikes, known_after, at, codes):
    merged = strikes.assign(**{DAMAGE: strikes[DAMAGE].replace(codes)})
    inputs = [column for column in strikes.columns if column != DAMAGE]
    usable = [column for column in inputs if column in known_after and known_after[column] <= at]
    again = merged[usable + [DAMAGE]].duplicated()
    rows = merged[~again]
    return {
        'features': rows[usable],
        'damaged': (rows[DAMAGE] != 'None').astype(int).tolist(),
        'dropped': [column for column in inputs if column not in usable],
        'repeats': strikes.index[again].tolist(),
    }
