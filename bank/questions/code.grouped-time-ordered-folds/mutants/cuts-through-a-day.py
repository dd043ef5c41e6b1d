# Mistake: cuts the list of visits, so that a day may lie in two blocks.
def folds(patients, days, k, lag):
    order = sorted(range(len(days)), key=lambda i: days[i])
    cuts = [block * len(order) // (k + 1) for block in range(1, k + 2)]
    made = []
    for start, end in zip(cuts, cuts[1:]):
        test = sorted(order[start:end])
        tested = {patients[i] for i in test}
        first = min((days[i] for i in test), default=0)
        train = sorted(i for i in order[:start] if days[i] + lag <= first and patients[i] not in tested)
        if train and test:
            made.append({'train': train, 'test': test})
    return made
