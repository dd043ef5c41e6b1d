import random


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'eviction': [case(2, 100, 'pa1 pb2 ga pc3 gb ga gc'.split(), step=1)],
        'expiry': [case(3, 4, 'pa1 ga pb2 gb ga gb'.split(), step=2)],
        'updates': [case(2, 50, 'pa1 pb2 pa3 pc4 gb ga'.split(), step=1)],
    }


def hidden(rng):
    return {
        'eviction': [drawn(rng, n, capacity, 10**6, keys, 0.4) for n, capacity, keys in ((40, 3, 6), (200, 8, 15), (60, 1, 3))],
        'expiry': [expiry(rng) for _ in range(3)] + [drawn(rng, 150, 40, 12, 10, 0.3)],
        'both': [drawn(rng, n, capacity, ttl, keys, 0.4) for n, capacity, ttl, keys in ((150, 4, 9, 8), (400, 10, 25, 25))]
        + [full_of_expired(rng)],
        'updates': [drawn(rng, n, capacity, 10**6, keys, 0.7) for n, capacity, keys in ((60, 3, 5), (200, 6, 10))],
        'busy': [busy(rng, 100_000)],
    }


def case(capacity, ttl, words, step):
    calls = []
    for i, word in enumerate(words):
        call = {'do': 'put' if word[0] == 'p' else 'get', 'key': word[1], 'at': i * step}
        calls.append({**call, 'value': int(word[2])} if word[0] == 'p' else call)
    return {'args': [capacity, ttl, calls]}


def put(rng, key, at):
    return {'do': 'put', 'key': key, 'value': rng.randint(1, 999), 'at': at}


def get(key, at):
    return {'do': 'get', 'key': key, 'at': at}


def drawn(rng, n, capacity, ttl, keys, puts):
    at, calls = rng.randint(0, 50), []
    for _ in range(n):
        at += rng.choice([0, 1, 1, 2])
        key = f'k{min(rng.randrange(keys), rng.randrange(keys))}'
        calls.append(put(rng, key, at) if rng.random() < puts else get(key, at))
    return {'args': [capacity, ttl, calls]}


def expiry(rng):
    """Asked just before, at and after the end of a life that was used in between."""
    ttl, at = rng.randint(5, 20), rng.randint(0, 9)
    calls = [put(rng, 'a', at), get('a', at + ttl - 2), get('a', at + ttl - 1), get('a', at + ttl)]
    calls += [put(rng, 'b', at + ttl), put(rng, 'b', at + 2 * ttl - 1), get('b', at + 2 * ttl), get('b', at + 3 * ttl - 1)]
    return {'args': [5, ttl, calls]}


def full_of_expired(rng):
    """The least recently used entry lives, another has expired, and a new key comes."""
    calls = [put(rng, 'old', 0), put(rng, 'live', 5), get('old', 9), put(rng, 'new', 10), get('live', 11), get('new', 12)]
    return {'args': [2, 10, calls]}


def busy(rng, n):
    at, calls = 0, []
    for i in range(n):
        at += i % 3 == 0
        key = f'k{rng.randrange(60_000)}'
        calls.append(put(rng, key, at) if rng.random() < 0.6 else get(key, at))
    return {'args': [20_000, 25_000, calls]}
