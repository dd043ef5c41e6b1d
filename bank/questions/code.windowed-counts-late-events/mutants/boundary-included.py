# Mistake: waits until the mark is past an end, not just at it.
from heapq import heappop, heappush


def window_counts(events, width, delay, patience):
    windows, waiting, held = {}, [], []
    told, lost, latest = [], 0, 0
    for name, time in events:
        latest = max(latest, time)
        mark, start = latest - delay, time - time % width
        if start + width + patience < mark:
            lost += 1
            continue
        if start not in windows:
            windows[start] = set()
            heappush(held, start)
            if start + width >= mark:
                heappush(waiting, start)
        if name not in windows[start]:
            windows[start].add(name)
            if start + width < mark:
                told.append([start, len(windows[start])])
        while waiting and waiting[0] + width < mark:
            due = heappop(waiting)
            told.append([due, len(windows[due])])
        while held and held[0] + width + patience < mark:
            del windows[heappop(held)]
    return {'told': told, 'lost': lost, 'waiting': [[start, len(windows[start])] for start in sorted(waiting)]}
