# Mistake: counts every second of every reservation.
from collections import Counter


def gpu_usage(reservations):
    used = Counter()
    for start, end in reservations:
        used.update(range(start, end))
    busy = []
    for second in sorted(used):
        if busy and busy[-1][1] == second:
            busy[-1][1] = second + 1
        else:
            busy.append([second, second + 1])
    return {'busy': busy, 'peak': max(used.values(), default=0)}
