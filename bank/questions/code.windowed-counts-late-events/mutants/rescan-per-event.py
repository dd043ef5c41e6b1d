# Mistake: right, but looks at every window so far for each event.
def window_counts(events, width, delay, allowed_lateness):
    windows, sent = {}, set()
    emitted, dropped, latest = [], 0, -1
    for name, time in events:
        latest = max(latest, time)
        watermark, start = latest - delay, time // width * width
        if start + width + allowed_lateness <= watermark:
            dropped += 1
            continue
        ids = windows.setdefault(start, set())
        if name not in ids:
            ids.add(name)
            sent.discard(start)
        for due in sorted(windows):
            if due + width <= watermark and due not in sent:
                emitted.append([due, len(windows[due])])
                sent.add(due)
    pending = [[start, len(windows[start])] for start in sorted(windows) if start not in sent]
    return {'emitted': emitted, 'dropped': dropped, 'pending': pending}
