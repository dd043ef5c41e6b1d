# Mistake: takes patients who came before out of the test.
def folds(patients, days, k, lag):
    different = sorted(set(days))
    cuts = [block * len(different) // (k + 1) for block in range(1, k + 2)]
    made = []
    for start, end in zip(cuts, cuts[1:]):
        block = different[start:end]
        test = [i for i, day in enumerate(days) if day in block]
        train = [i for i, day in enumerate(days) if test and day < block[0] and day + lag <= block[0]]
        known = {patients[i] for i in train}
        test = [i for i in test if patients[i] not in known]
        if train and test:
            made.append({'train': train, 'test': test})
    return made
