# Mistake: right, but looks at every window that ever was when an event comes.
def window_counts(events, width, delay, patience):
    windows, announced = {}, set()
    told, lost, latest = [], 0, -1
    for name, time in events:
        latest = max(latest, time)
        mark, start = latest - delay, time // width * width
        if start + width + patience <= mark:
            lost += 1
            continue
        ids = windows.setdefault(start, set())
        if name not in ids:
            ids.add(name)
            announced.discard(start)
        for due in sorted(windows):
            if due + width <= mark and due not in announced:
                told.append([due, len(windows[due])])
                announced.add(due)
    waiting = [[start, len(windows[start])] for start in sorted(windows) if start not in announced]
    return {'told': told, 'lost': lost, 'waiting': waiting}
