from itertools import islice

import numpy as np


def fair_sample(stream, k, dice):
    sample = list(islice(stream, k))
    seen = len(sample)
    while True:
        records = np.fromiter(islice(stream, 5000), dtype=float)
        if len(records) == 0:
            return {'seen': seen, 'sample': sample}
        throws = np.fromiter(islice(dice, len(records)), dtype=float)
        places = np.floor(throws * np.arange(seen + 1, seen + 1 + len(records)))
        for i in np.flatnonzero(places < k):
            sample[int(places[i])] = float(records[i])
        seen += len(records)
