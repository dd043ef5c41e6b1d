import numpy as np
import pandas as pd


def folds(patients, days, k, lag):
    visits = pd.DataFrame({'patient': patients, 'day': days})
    different, rank = np.unique(visits['day'].to_numpy(dtype=int), return_inverse=True)
    starts = np.array([block * len(different) // (k + 1) for block in range(k + 1)])
    visits['block'] = np.searchsorted(starts, rank, side='right') - 1
    made = []
    for _, test in visits[visits['block'] >= 1].groupby('block'):
        known = visits[visits['day'] + lag <= test['day'].min()]
        train = known[(known['block'] < test['block'].iloc[0]) & ~known['patient'].isin(test['patient'])]
        if len(train):
            made.append({'train': train.index.tolist(), 'test': test.index.tolist()})
    return made
