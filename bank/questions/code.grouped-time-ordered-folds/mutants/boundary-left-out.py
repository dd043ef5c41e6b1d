# Mistake: leaves out visits whose outcome was known on the first day of the test.
def folds(patients, days, k, lag):
    different = sorted(set(days))
    cuts = [block * len(different) // (k + 1) for block in range(1, k + 2)]
    made = []
    for start, end in zip(cuts, cuts[1:]):
        block = different[start:end]
        test = [i for i, day in enumerate(days) if day in block]
        tested = {patients[i] for i in test}
        train = [i for i, day in enumerate(days) if test and day + lag < block[0] and patients[i] not in tested]
        if train:
            made.append({'train': train, 'test': test})
    return made
