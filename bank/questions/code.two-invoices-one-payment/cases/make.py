import random


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'plain': [case([900, 250, 400, 750], 1000)],
        'repeats': [case([300, 300, 700, 100], 1000)],
        'halves': [case([500, 200, 800], 1000)],
    }


def hidden(rng):
    return {
        'plain': [planted(rng, n) for n in (6, 40, 300)] + [first_place(rng), credit(rng)],
        'repeats': [repeats(rng) for _ in range(4)],
        'halves': [halves(rng, k) for k in (1, 2)],
        'none': [case([], 10), case([rng.randint(1, 99)], 200), no_pair(rng, 50)],
        'large': [late_pair(rng, 90_000)],
    }


def case(amounts, payment):
    return {'args': [list(amounts), payment]}


def odd(rng, n, low=1, high=10**6):
    """Different odd amounts that differ by a multiple of 4, so that no two of them add up to a multiple of 4."""
    return [4 * k + 1 for k in rng.sample(range(low, high), n)]


def planted(rng, n):
    """Two pairs, the one with the smaller second position begins later."""
    amounts, payment = odd(rng, n), 4 * rng.randint(10**5, 2 * 10**5)
    a, b, c, d = sorted(rng.sample(range(n), 4))
    x, y = rng.randint(1000, 9000) * 4 + 1, rng.randint(10_000, 90_000) * 4 + 1
    amounts[a], amounts[d] = x, payment - x
    amounts[b], amounts[c] = y, payment - y
    return case(amounts, payment)


def first_place(rng):
    amounts, payment = odd(rng, 12), 4 * rng.randint(10**5, 2 * 10**5)
    amounts[0] = payment - amounts[7]
    return case(amounts, payment)


def credit(rng):
    amounts, payment = odd(rng, 20), 4 * rng.randint(500, 900)
    amounts[13] = payment - amounts[4]
    return case(amounts, payment)


def repeats(rng):
    """The first part of the pair occurs several times before the second."""
    amounts, payment = odd(rng, 25), 4 * rng.randint(10**5, 2 * 10**5)
    for place in rng.sample(range(1, 15), 3):
        amounts[place] = amounts[16]
    amounts[20] = payment - amounts[16]
    return case(amounts, payment)


def halves(rng, times):
    """An amount that is half of the payment, once or twice."""
    amounts = odd(rng, 15)
    for place in rng.sample(range(15), times):
        amounts[place] = 4 * 10**6 + 2
    return case(amounts, 2 * (4 * 10**6 + 2))


def no_pair(rng, n):
    return case(odd(rng, n), 4 * rng.randint(10**5, 2 * 10**5))


def late_pair(rng, n):
    amounts, payment = odd(rng, n), 4 * 10**5
    amounts[n - 1] = payment - amounts[n // 2]
    return case(amounts, payment)
