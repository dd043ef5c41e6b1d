# Mistake: keeps the first items.
from itertools import islice


def best_of_stream(scores, k):
    ranked = sorted(enumerate(islice(scores, k)), key=lambda pair: -pair[1])
    return [list(pair) for pair in ranked]
