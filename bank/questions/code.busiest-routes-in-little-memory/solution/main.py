from math import ceil


def busiest(origins, destinations, share):
    room, counts, seen = ceil(2 / share), {}, 0
    for route in zip(origins, destinations):
        seen += 1
        if route in counts:
            counts[route] += 1
        elif len(counts) == room:
            counts = {kept: count - 1 for kept, count in counts.items() if count > 1}
        else:
            counts[route] = 1
    return sorted([*route] for route, count in counts.items() if count >= share / 2 * seen)
