import random


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'apart': [case([[8, 9], [1, 3]])],
        'overlap': [case([[1, 6], [4, 9], [20, 22]])],
        'touch': [case([[1, 3], [3, 6]])],
        'inside': [case([[1, 20], [4, 6]])],
    }


def hidden(rng):
    return {
        'apart': [apart(rng, n) for n in (5, 30)] + [case([])],
        'overlap': [drawn(rng, n, span, length) for n, span, length in ((8, 40, 9), (40, 300, 30), (200, 5000, 60))],
        'touch': [touching(rng, n) for n in (4, 12, 40)],
        'inside': [inside(rng) for _ in range(3)],
        'large': [drawn(rng, 60_000, 10**9, 40_000)],
    }


def case(reservations):
    return {'args': [[list(pair) for pair in reservations]]}


def shuffled(rng, reservations):
    return case(rng.sample(reservations, len(reservations)))


def apart(rng, n):
    starts = [100 * k + rng.randint(0, 40) for k in range(n)]
    return shuffled(rng, [[start, start + rng.randint(1, 50)] for start in starts])


def drawn(rng, n, span, length):
    starts = [rng.randint(0, span) for _ in range(n)]
    return case([[start, start + rng.randint(1, length)] for start in starts])


def touching(rng, n):
    """A chain in which each begins as the one before ends, some of them twice."""
    time, chain = rng.randint(0, 50), []
    for _ in range(n):
        end = time + rng.randint(1, 9)
        chain += [[time, end]] * rng.choice([1, 1, 2])
        time = end + rng.choice([0, 0, 0, 3])
    return shuffled(rng, chain)


def inside(rng):
    """Long reservations with short ones in them, and one after the short ones that still overlaps the long one."""
    rows = []
    for k in range(5):
        start = 1000 * k + rng.randint(0, 99)
        rows += [[start, start + 600]]
        rows += [[start + at, start + at + rng.randint(5, 20)] for at in rng.sample(range(30, 400), 3)]
        rows += [[start + 550, start + 700]]
    return shuffled(rng, rows)
