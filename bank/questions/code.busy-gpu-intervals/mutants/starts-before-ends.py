# Mistake: counts a start before an end at the same time.
def gpu_usage(reservations):
    merged, events = [], []
    for start, end in sorted(reservations):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
        events += [(start, 1), (end, -1)]
    used = peak = 0
    for _, change in sorted(events, key=lambda event: (event[0], -event[1])):
        used += change
        peak = max(peak, used)
    return {'busy': merged, 'peak': peak}
