# Mistake: takes the number of reservations in a merged period for its peak.
def gpu_usage(reservations):
    merged, counts = [], []
    for start, end in sorted(reservations):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
            counts[-1] += 1
        else:
            merged.append([start, end])
            counts.append(1)
    return {'busy': merged, 'peak': max(counts, default=0)}
