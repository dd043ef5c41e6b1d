def busiest(origins, destinations, share):
    width, counts, seen = int(8 / share) + 1, {}, 0
    for route in zip(origins, destinations):
        bucket = seen // width
        seen += 1
        count, missed = counts.get(route, (0, bucket))
        counts[route] = (count + 1, missed)
        if seen % width == 0:
            counts = {kept: (count, missed) for kept, (count, missed) in counts.items() if count + missed > bucket + 1}
    return sorted(list(route) for route, (count, _) in counts.items() if count > 0.7 * share * seen)
