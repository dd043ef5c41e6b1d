# Mistake: deals the rows out by position, whoever and whenever they are.
def folds(patients, days, k, lag):
    made = []
    for fold in range(k):
        test = list(range(fold, len(days), k))
        train = [i for i in range(len(days)) if i not in test]
        if train and test:
            made.append({'train': train, 'test': test})
    return made
