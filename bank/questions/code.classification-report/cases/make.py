import random


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    return {
        'common': [drawn(rng, 'ab', 'ab', 8, 0.7)],
        'never-predicted': [case(['a', 'a', 'b'], ['a', 'a', 'a'])],
        'only-predicted': [case(['cat', 'cat', 'dog'], ['cat', 'dog', 'fox'])],
    }


def hidden(rng):
    return {
        'common': [drawn(rng, classes, classes, n, right) for classes, n, right in (('ab', 20, 0.8), ('xyz', 60, 0.6), ('pqrst', 300, 0.5))],
        'never-predicted': [drawn(rng, 'abcd', 'ab', n, 0.7) for n in (25, 80)],
        'only-predicted': [drawn(rng, 'ab', 'abcd', n, 0.7) for n in (25, 80)] + [case(['k'] * 3, ['m'] * 3)],
        'imbalanced': [drawn(rng, 'a' * 30 + 'bbc', 'abc', n, 0.6) for n in (100, 400)],
    }


def case(actual, predicted):
    names = {c: f'class_{c}' if len(c) == 1 else c for c in {*actual, *predicted}}
    return {'args': [[names[c] for c in actual], [names[c] for c in predicted]]}


def drawn(rng, actual_classes, predicted_classes, n, right):
    """Every class that may occur does, and some predictions are wrong."""
    while True:
        actual = [rng.choice(actual_classes) for _ in range(n)]
        predicted = [a if a in predicted_classes and rng.random() < right else rng.choice(predicted_classes) for a in actual]
        if set(actual) == set(actual_classes) and set(predicted) == set(predicted_classes) and actual != predicted:
            return case(actual, predicted)
