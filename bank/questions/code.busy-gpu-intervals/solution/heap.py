from heapq import heappop, heappush


def gpu_usage(reservations):
    busy, ends, peak = [], [], 0
    for start, end in sorted(reservations):
        while ends and ends[0] <= start:
            heappop(ends)
        heappush(ends, end)
        peak = max(peak, len(ends))
        if busy and busy[-1][1] >= start:
            busy[-1] = [busy[-1][0], max(busy[-1][1], end)]
        else:
            busy.append([start, end])
    return {'busy': busy, 'peak': peak}
