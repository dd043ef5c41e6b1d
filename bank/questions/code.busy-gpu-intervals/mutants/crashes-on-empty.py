# Mistake: fails without reservations.
def gpu_usage(reservations):
    rows = sorted([start, end] for start, end in reservations)
    merged, ends, peak = [rows[0]], [], 0
    for start, end in rows:
        ends = [other for other in ends if other > start] + [end]
        peak = max(peak, len(ends))
        if start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return {'busy': merged, 'peak': peak}
