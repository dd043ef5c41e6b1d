# Mistake: emits only the new events of a window that was emitted before.
from heapq import heappop, heappush


def window_counts(events, width, delay, allowed_lateness):
    windows, pending, held = {}, [], []
    emitted, dropped, latest = [], 0, 0
    for name, time in events:
        latest = max(latest, time)
        watermark, start = latest - delay, time - time % width
        if start + width + allowed_lateness <= watermark:
            dropped += 1
            continue
        if start not in windows:
            windows[start] = set()
            heappush(held, start)
            if start + width > watermark:
                heappush(pending, start)
        if name not in windows[start]:
            windows[start].add(name)
            if start + width <= watermark:
                emitted.append([start, 1])
        while pending and pending[0] + width <= watermark:
            due = heappop(pending)
            emitted.append([due, len(windows[due])])
        while held and held[0] + width + allowed_lateness <= watermark:
            del windows[heappop(held)]
    left = [[start, len(windows[start])] for start in sorted(pending)]
    return {'emitted': emitted, 'dropped': dropped, 'pending': left}
