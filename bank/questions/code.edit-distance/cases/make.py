import random

WORDS = 'the a turn light on off play song next please stop what time is it call home set alarm for seven'.split()


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'edits': [case('turn the light on', 'turn light off on'), case('stop it', 'stop it')],
        'empty': [case('', 'what time')],
    }


def hidden(rng):
    return {
        'edits': [edited(rng, n, edits) for n, edits in ((6, 2), (15, 5), (40, 14), (120, 60))] + [shifted(rng)],
        'lengths': [edited(rng, n, 4, more) for n, more in ((8, 12), (30, 25))] + [edited(rng, 25, 3, -9)],
        'empty': [case('', ''), case('call home', ''), case('', 'play the next song')],
        'long': [edited(rng, 2000, 700)],
    }


def case(reference, hypothesis):
    return {'args': [reference.split(), hypothesis.split()]}


def edited(rng, n, edits, more=0):
    """A drawn sentence and a copy with drawn edits, and `more` words added at the end or taken from it."""
    reference = rng.choices(WORDS, k=n)
    words = list(reference)
    for _ in range(edits):
        place = rng.randrange(len(words) + 1)
        kind = rng.randrange(3)
        if kind == 0:
            words.insert(place, rng.choice(WORDS))
        elif words:
            words[place : place + 1] = [] if kind == 1 else [rng.choice(WORDS)]
    words = words + rng.choices(WORDS, k=more) if more > 0 else words[: len(words) + more]
    return {'args': [reference, words]}


def shifted(rng):
    reference = rng.sample(WORDS, 18)
    return {'args': [reference, [rng.choice(WORDS), *reference[:-1]]]}
