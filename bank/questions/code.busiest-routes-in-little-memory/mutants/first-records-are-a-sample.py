# Mistake: looks at the first flights alone.
from collections import Counter
from itertools import islice


def busiest(origins, destinations, share):
    counts = Counter(islice(zip(origins, destinations), int(5 / share)))
    seen = sum(counts.values())
    return sorted([*route] for route, count in counts.items() if count >= share * 0.75 * seen)
