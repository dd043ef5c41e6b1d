"""
Made-up payments with the second at which they were made, in the order in which they arrive. Public and hidden streams
differ in length, widths and delays, and hidden ones begin at a drawn second. Each hidden group is drawn again until what
it is for happens: windows that are emitted twice, events that are dropped, duplicates before and after a window was emitted.
"""

import random


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    a = rng.randint(1, 4)
    return {
        'in-order': [case([('a', a), ('b', a + 6), ('c', a + 13), ('d', a + 25)], 10, 0, 0)],
        'late': [case([('e', 2), ('f', 14), ('g', 9), ('h', 31)], 10, 3, 10)],
        'repeats': [case([('k', 5), ('k', 5), ('m', 18), ('k', 5)], 10, 2, 20)],
    }


def hidden(rng):
    return {
        'in-order': [stream(rng, *sizes, late=0) for sizes in ((12, 60, 0, 0), (50, 30, 45, 10), (200, 7, 3, 5))] + short(rng),
        'late': [stream(rng, *sizes, late=0.3) for sizes in ((30, 20, 10, 300), (120, 60, 15, 900), (300, 45, 0, 700))],
        'too-late': [stream(rng, *sizes, late=0.4, lost=True) for sizes in ((40, 15, 6, 20), (200, 50, 20, 33))]
        + [at_the_edge(rng), at_the_edge(rng), skipped(rng)],
        'repeats': [stream(rng, *sizes, late=0.2, again=0.4) for sizes in ((40, 25, 10, 400), (250, 40, 20, 120))],
        'long': [long(rng, 40_000, 10, 30, 40), long(rng, 35_000, 15, 40, 25)],
    }


def case(events, width, delay, patience):
    return {'args': [[list(event) for event in events], width, delay, patience]}


def short(rng):
    only, first = rng.randint(30, 90), rng.randint(5, 30)
    two = case([('first', 0), ('next', first)], first, 0, 7)
    return [case([], 10, 1, 2), case([('only', only)], 20, 5, 5), two, case([('zero', 0)], 1, 0, 3)]


def name(rng):
    return f'{rng.randrange(16**6):06x}'


def stream(rng, n, width, delay, patience, late, lost=False, again=0.0):
    """Events about a quarter of a window apart; a share `late` arrives after others, a share `again` comes once more."""
    while True:
        time, rows = rng.randint(0, 5000), []
        for _ in range(n):
            time += rng.randint(0, max(width // 2, 1))
            held = rng.choice([delay, width, 3 * width, 8 * width]) if rng.random() < late else 0
            rows.append((time + held, name(rng), time))
        for arrival, label, made in rng.sample(rows, int(again * n)):
            rows.append((arrival + rng.choice([0, 1, width, 2 * width + delay]), label, made))
        rows.sort(key=lambda row: row[0])
        events = [(label, made) for _, label, made in rows]
        told_twice, is_lost = watched(events, width, delay, patience)
        if (told_twice > 1 or not late) and (is_lost > 1 or not lost):
            return case(events, width, delay, patience)


def watched(events, width, delay, patience):
    """How many events come to a window that was told, and how many come too late."""
    latest, after, lost = -1, 0, 0
    for _, made in events:
        end = made - made % width + width
        after += end <= latest - delay < end + patience
        lost += end + patience <= latest - delay
        latest = max(latest, made)
    return after, lost


def at_the_edge(rng):
    """Events for one window at each mark around its end and around the end of patience."""
    width, delay, patience = rng.randint(20, 40), rng.randint(3, 9), rng.randint(10, 19)
    start = width * rng.randint(1, 50)
    end = start + width
    marks = [end - 1, end, end + 1, end + patience - 1, end + patience, end + patience + 1]
    events = [(name(rng), start)]
    for mark in marks:
        events += [(name(rng), mark + delay), (name(rng), start + rng.randrange(width))]
    return case(events, width, delay, patience)


def skipped(rng):
    """A window of which nothing came in time: its first event is told at once. Another closes several windows together."""
    width = rng.randint(10, 30)
    start = width * rng.randint(2, 40)
    steps = [(4, 0), (0, 1), (0, 1), (-2, 0), (0, 3), (2, 0), (40, 0), (0, 0)]
    return case([(name(rng), start + w * width + more) for w, more in steps], width, width, 5 * width)


def long(rng, n, width, delay, patience):
    """Thousands of windows, each emitted and forgotten in turn."""
    time, events = rng.randint(0, 99), []
    for _ in range(n):
        time += rng.randint(0, 5)
        label = name(rng)
        events.append((label, max(time - rng.choice([0, 0, 0, 20, 60]), 0)))
        if rng.random() < 0.03:
            events.append((label, events[-1][1]))
    return case(events, width, delay, patience)
