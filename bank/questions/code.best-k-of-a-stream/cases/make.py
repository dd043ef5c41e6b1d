import base64
import random
import struct


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'different': [case([0.2, 0.8, 0.5, 0.9], 2)],
        'equal': [case([0.5, 0.7, 0.5, 0.7, 0.5], 3)],
        'short': [case([0.4], 3)],
    }


def hidden(rng):
    return {
        'different': [case(rng.sample([i / 1024 for i in range(-900, 900)], n), k) for n, k in ((12, 4), (60, 9), (400, 25))]
        + [case(sorted(rng.uniform(-5, 5) for _ in range(50)), 6)],
        'equal': [case([rng.randrange(levels) / 4 for _ in range(n)], k) for n, k, levels in ((15, 6, 3), (80, 20, 5), (30, 8, 1))],
        'short': [case([], 2), case([rng.uniform(0, 1) for _ in range(5)], 5), case([-0.5, -0.25], 7)],
        'long': [long(rng, 50)],
    }


def case(scores, k):
    return {'args': [stream(scores), k]}


def stream(values, times=1):
    data = struct.pack(f'<{len(values)}d', *values)
    return {'$': 'stream', 'float64': base64.b64encode(data).decode(), 'times': times}


def long(rng, k):
    """A million items, handed over as one list that comes several times."""
    values = [round(rng.gauss(0, 1), 3) for _ in range(20_000)]
    return {'args': [stream(values, 50), k]}
