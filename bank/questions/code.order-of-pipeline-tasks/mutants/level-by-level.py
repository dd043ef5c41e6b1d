# Mistake: runs all tasks that are ready before it looks again.
def plan(tasks, before):
    waits, followers = {task: set() for task in tasks}, {task: set() for task in tasks}
    for first, then in before:
        waits[then].add(first)
        followers[first].add(then)
    level, order = sorted(task for task in tasks if not waits[task]), []
    while level:
        order += level
        following = set()
        for task in level:
            for then in followers[task]:
                waits[then].discard(task)
                if not waits[then]:
                    following.add(then)
        level = sorted(following)
    return {'order': order, 'blocked': sorted(set(tasks) - set(order))}
