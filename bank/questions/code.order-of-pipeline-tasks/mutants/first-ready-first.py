# Mistake: runs tasks in the order in which they become ready.
from collections import deque


def plan(tasks, before):
    waits, followers = {task: set() for task in tasks}, {task: set() for task in tasks}
    for first, then in before:
        waits[then].add(first)
        followers[first].add(then)
    ready = deque(sorted(task for task in tasks if not waits[task]))
    order = []
    while ready:
        task = ready.popleft()
        order.append(task)
        for then in sorted(followers[task]):
            waits[then].discard(task)
            if not waits[then]:
                ready.append(then)
    return {'order': order, 'blocked': sorted(set(tasks) - set(order))}
