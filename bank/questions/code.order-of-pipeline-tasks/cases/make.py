import random


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'plain': [case(['b', 'c', 'a', 'd'], [['b', 'a'], ['a', 'd']])],
        'repeats': [case(['x', 'y'], [['y', 'x'], ['y', 'x']])],
        'cycles': [case(['p', 'q', 'r'], [['p', 'q'], ['q', 'p']])],
    }


def hidden(rng):
    return {
        'plain': [drawn(rng, n, m) for n, m in ((8, 9), (30, 40), (200, 350))] + [levels(rng), case([], []), drawn(rng, 9, 0)],
        'repeats': [again(rng, n, m) for n, m in ((8, 10), (60, 90))],
        'cycles': [cycles(rng, n) for n in (9, 40)] + [case(['alone', 'self', 'behind'], [['self', 'self'], ['self', 'behind']])],
        'long': [chain(rng, 20_000), wide(rng, 30_000)],
    }


def case(tasks, before):
    return {'args': [list(tasks), [list(pair) for pair in before]]}


def names(rng, n):
    return [f'{rng.choice(["load", "clean", "train", "join", "check"])}_{k}' for k in rng.sample(range(10 * n + 10), n)]


def pairs(rng, tasks, m):
    """Pairs along a drawn order, so that there is no cycle."""
    ranks = rng.sample(range(len(tasks)), len(tasks))
    found = set()
    while len(found) < min(m, len(tasks) * (len(tasks) - 1) // 2):
        a, b = rng.sample(range(len(tasks)), 2)
        found.add((tasks[a], tasks[b]) if ranks[a] < ranks[b] else (tasks[b], tasks[a]))
    return sorted(found, key=lambda pair: rng.random())


def drawn(rng, n, m):
    tasks = names(rng, n)
    return case(tasks, pairs(rng, tasks, m))


def levels(rng):
    """A late level frees a name that comes before what waits already."""
    tasks = [f'{letter}{rng.randint(10, 99)}' for letter in 'mzyabc']
    m, z, y, a, b, c = tasks
    return case(rng.sample(tasks, 6), [[m, a], [a, b], [b, c], [c, y]])


def again(rng, n, m):
    tasks = names(rng, n)
    before = pairs(rng, tasks, m)
    return case(tasks, before + rng.choices(before, k=m))


def cycles(rng, n):
    tasks = names(rng, n)
    before = pairs(rng, tasks, 2 * n)
    ring = rng.sample(tasks, 3)
    return case(tasks, before + [[ring[0], ring[1]], [ring[1], ring[2]], [ring[2], ring[0]]])


def chain(rng, n):
    tasks = names(rng, n)
    return case(rng.sample(tasks, n), list(zip(tasks, tasks[1:])))


def wide(rng, n):
    """Most tasks may run at once."""
    tasks = names(rng, n)
    return case(tasks, [[tasks[0], task] for task in tasks[n // 2 :]])
