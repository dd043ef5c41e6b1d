"""
Made-up visits of patients to a clinic, in no order. Public and hidden cases differ in the number of patients, visits and
folds, and hidden days start at a drawn one.
"""

import random


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'once-each': [once_each(rng, 6, 2, 0)],
        'many-visits': [clinic(rng, 3, 3, 2, 0)],
        'lag': [case(['p', 'q', 'r', 's'], [1, 5, 8, 10], 1, 3)],
    }


def hidden(rng):
    return {
        'once-each': [once_each(rng, n, k, 0) for n, k in ((13, 3), (40, 5), (25, 1))],
        'many-visits': [clinic(rng, p, v, k, 0) for p, v, k in ((9, 4, 3), (25, 6, 4), (60, 5, 6))] + [regulars(rng)],
        'same-day': [same_day(rng, n, d, k) for n, d, k in ((20, 7, 3), (45, 11, 4), (60, 6, 5))],
        'lag': [clinic(rng, p, v, k, lag) for p, v, k, lag in ((14, 2, 3, 20), (40, 3, 5, 45))] + [at_the_lag(rng)],
        'few-days': [
            same_day(rng, 12, 3, 5),
            same_day(rng, 9, 1, 2),
            case([], [], 3, 4),
            case(['z', 'y', 'x'], [30, 10, 20], 2, 200),
        ],
    }


def case(patients, days, k, lag):
    return {'args': [patients, days, k, lag]}


def name(rng):
    return ''.join(rng.choices('ABCDEFGH', k=2)) + str(rng.randint(100, 999))


def names(rng, n):
    made = set()
    while len(made) < n:
        made.add(name(rng))
    return rng.sample(sorted(made), n)


def once_each(rng, n, k, lag):
    start = rng.randint(0, 3000)
    return case(names(rng, n), rng.sample(range(start, start + 9 * n), n), k, lag)


def clinic(rng, patients, visits, k, lag):
    """Most patients come for a while and stay away then, so that some are in the past alone."""
    start, rows = rng.randint(0, 3000), []
    for patient in names(rng, patients):
        first, span = rng.randint(0, 300), rng.choice([10, 40, 250])
        days = {start + first + rng.randint(0, span) for _ in range(rng.randint(1, 2 * visits))}
        rows += [(patient, day) for day in days]
    rng.shuffle(rows)
    return case([p for p, _ in rows], [d for _, d in rows], k, lag)


def regulars(rng):
    """Two patients who come in every block beside many who come once."""
    rows = [(p, 10 * i + j) for i in range(12) for j, p in enumerate(names(rng, 2))]
    rows = [(('R1', 'R2')[j % 2], day) for j, (_, day) in enumerate(rows)]
    rows += [(p, rng.randint(0, 120)) for p in names(rng, 15)]
    rng.shuffle(rows)
    return case([p for p, _ in rows], [d for _, d in rows], 3, 0)


def same_day(rng, n, different, k):
    """Few different days with several visits each, and an uneven number of them."""
    days = rng.sample(range(50, 400), different)
    rows = days + [rng.choice(days[: 1 + different // 2]) for _ in range(n - different)]
    rng.shuffle(rows)
    return case(names(rng, n), rows, k, 0)


def at_the_lag(rng):
    """Visits whose outcome is known on the first day of the test, the day before, and the day after."""
    first, lag = rng.randint(100, 200), rng.randint(11, 30)
    days = [first, first + 1, first + 2, first - lag - 1, first - lag, first - lag + 1]
    rng.shuffle(days)
    return case(names(rng, 6), days, 1, lag)
