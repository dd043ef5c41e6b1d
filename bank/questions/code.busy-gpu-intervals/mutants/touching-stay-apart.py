# Mistake: does not merge periods that touch.
def gpu_usage(reservations):
    merged, events = [], []
    for start, end in sorted(reservations):
        if merged and start < merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
        events += [(start, 1), (end, -1)]
    used = peak = 0
    for _, change in sorted(events):
        used += change
        peak = max(peak, used)
    return {'busy': merged, 'peak': peak}
