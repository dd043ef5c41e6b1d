from collections import Counter, defaultdict
from heapq import heappop, heappush


def plan(tasks, before):
    followers, open_before = defaultdict(list), Counter()
    for first, then in {tuple(pair) for pair in before}:
        followers[first].append(then)
        open_before[then] += 1
    ready, order = sorted(task for task in tasks if open_before[task] == 0), []
    while ready:
        order.append(heappop(ready))
        for then in followers[order[-1]]:
            open_before[then] -= 1
            if open_before[then] == 0:
                heappush(ready, then)
    return {'order': order, 'blocked': sorted(task for task in tasks if open_before[task] > 0)}
