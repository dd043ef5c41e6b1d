# Mistake: leaves out tasks without a pair.
from heapq import heapify, heappop, heappush


def plan(tasks, before):
    tasks = sorted({task for pair in before for task in pair})
    waits, followers = {task: set() for task in tasks}, {task: set() for task in tasks}
    for first, then in before:
        waits[then].add(first)
        followers[first].add(then)
    ready = [task for task in tasks if not waits[task]]
    heapify(ready)
    order = []
    while ready:
        task = heappop(ready)
        order.append(task)
        for then in followers[task]:
            waits[then].discard(task)
            if not waits[then]:
                heappush(ready, then)
    return {'order': order, 'blocked': sorted(set(tasks) - set(order))}
