from bisect import bisect_left
from itertools import accumulate


def window_counts(events, width, delay, allowed_lateness):
    """With everything at hand: the watermark after each event is known, so each window can be followed on its own."""
    watermarks = [latest - delay for latest in accumulate((time for _, time in events), max)]
    arrivals = {}
    for place, (name, time) in enumerate(events):
        arrivals.setdefault(time // width * width, []).append((place, name))
    dropped, lines, pending = 0, [], []
    for start, came in arrivals.items():
        gone = bisect_left(watermarks, start + width + allowed_lateness)
        due = bisect_left(watermarks, start + width)
        firsts = {}
        for place, name in came:
            dropped += place >= gone
            if place < gone:
                firsts.setdefault(name, place)
        places = sorted(firsts.values())
        if due == len(watermarks):
            pending.append([start, len(places)])
            continue
        before = sum(place < due for place in places)
        if before:
            lines.append((due, 1, start, before))
        lines += [(place, 0, start, count) for count, place in enumerate(places, start=1) if place >= due]
    return {'emitted': [[start, count] for *_, start, count in sorted(lines)], 'dropped': dropped, 'pending': sorted(pending)}
