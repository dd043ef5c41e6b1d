# Mistake: searches all tasks for the next one.
def plan(tasks, before):
    waits, followers = {task: set() for task in tasks}, {task: set() for task in tasks}
    for first, then in before:
        waits[then].add(first)
        followers[first].add(then)
    left, order = sorted(tasks), []
    while True:
        task = next((task for task in left if not waits[task]), None)
        if task is None:
            return {'order': order, 'blocked': left}
        left.remove(task)
        order.append(task)
        for then in followers[task]:
            waits[then].discard(task)
