import random


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'inside': [case(9, 4), case(6, 5)],
        'ends': [case(3, 0)],
    }


def hidden(rng):
    return {
        'inside': [case(n, rng.randrange(1, n)) for n in (7, 16, 33, 100, 1000)] + [case(8, 7), case(5, 1)],
        'ends': [case(n, 0) for n in (1, 6, 17)],
        'none': [case(n, n) for n in (0, 1, 2, 13, 64)],
        'many': [case(n, rng.randrange(n // 3, n)) for n in (40_000, 99_991)],
    }


def case(n, first):
    return {'args': [[build >= first for build in range(n)]]}
