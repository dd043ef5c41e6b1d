import random


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'plain': [case([2, 5, 1, 1, 4, 3], 6)],
        'exact': [case([3, 3, 3], 6)],
        'zeros': [case([9, 0, 0, 9], 4)],
    }


def hidden(rng):
    return {
        'plain': [drawn(rng, n, 1, 40, budget) for n, budget in ((12, 60), (80, 150), (400, 333))] + [late(rng), jump(rng)],
        'exact': [exact(rng, n) for n in (9, 30, 120)],
        'zeros': [drawn(rng, n, 0, 3, budget) for n, budget in ((15, 4), (60, 9), (90, 0))] + [case([0] * 7, 0)],
        'ties': [ties(rng) for _ in range(3)],
        'none': [case([], 5), case([8, 9, 30], 7), case([1], 0)],
        'large': [case([rng.randint(0, 6) for _ in range(150_000)], 400_000)],
    }


def case(tokens, budget):
    return {'args': [list(tokens), budget]}


def drawn(rng, n, low, high, budget):
    return case([rng.randint(low, high) for _ in range(n)], budget)


def late(rng):
    """The longest run begins before a large request ends and after another."""
    small = [rng.randint(1, 3) for _ in range(40)]
    return case([50, *small[:10], 60, *small[10:], 70], 100)


def jump(rng):
    """One request makes several earlier ones leave the window."""
    tokens = []
    for _ in range(12):
        tokens += [rng.randint(1, 2) for _ in range(rng.randint(4, 9))] + [rng.randint(14, 19)]
    return case(tokens, 20)


def exact(rng, n):
    """The longest run uses the budget exactly, and its neighbours are large."""
    run = [rng.randint(1, 9) for _ in range(n)]
    budget = sum(run)
    return case([budget + 1, rng.randint(1, 5), budget, *run, budget, 2, budget + 1], budget)


def ties(rng):
    """Several runs of the same length."""
    piece = [rng.randint(1, 4) for _ in range(rng.randint(3, 6))]
    return case(([99] + piece) * 4 + [99], sum(piece))
