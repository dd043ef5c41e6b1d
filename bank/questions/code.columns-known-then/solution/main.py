DAMAGE = 'Effect Amount of damage'


def prepare(strikes, known_after, at, codes):
    merged = strikes.assign(**{DAMAGE: strikes[DAMAGE].replace(codes)})
    again = merged.duplicated()
    rows = merged[~again]
    inputs = [column for column in strikes.columns if column != DAMAGE]
    usable = [column for column in inputs if column in known_after and known_after[column] <= at]
    return {
        'features': rows[usable],
        'damaged': (rows[DAMAGE] != 'None').astype(int).tolist(),
        'dropped': [column for column in inputs if column not in usable],
        'repeats': strikes.index[again].tolist(),
    }
