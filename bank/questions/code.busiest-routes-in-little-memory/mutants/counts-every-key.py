# Mistake: right, but keeps a count of every route.
from collections import Counter


def busiest(origins, destinations, share):
    counts = Counter(zip(origins, destinations))
    seen = sum(counts.values())
    return sorted([*route] for route, count in counts.items() if count >= share / 2 * seen)
