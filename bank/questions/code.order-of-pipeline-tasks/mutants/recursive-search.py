# Mistake: visits the followers by recursion.
from heapq import heapify, heappop, heappush


def plan(tasks, before):
    followers = {task: set() for task in tasks}
    for first, then in before:
        followers[first].add(then)
    reached = {task: set() for task in tasks}

    def visit(task, start):
        for then in followers[task]:
            if start not in reached[then]:
                reached[then].add(start)
                visit(then, start)

    waits = {task: set() for task in tasks}
    for first, then in before:
        waits[then].add(first)
    for task in tasks:
        if not waits[task]:
            visit(task, task)
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
