# Mistake: counts a repeated pair twice and releases it once.
from heapq import heapify, heappop, heappush


def plan(tasks, before):
    waits, followers = {task: 0 for task in tasks}, {task: set() for task in tasks}
    for first, then in before:
        waits[then] += 1
        followers[first].add(then)
    ready = [task for task in tasks if waits[task] == 0]
    heapify(ready)
    order = []
    while ready:
        task = heappop(ready)
        order.append(task)
        for then in followers[task]:
            waits[then] -= 1
            if waits[then] == 0:
                heappush(ready, then)
    return {'order': order, 'blocked': sorted(set(tasks) - set(order))}
