"""
Made-up documents. Hidden cases have other words and sizes than public ones.

`nothing` holds a document without words, and two words that cancel each other: found by trying pairs, since with a size
of 1 every word falls on the same place and only the signs count.
"""

import numpy as np

LETTERS = np.array(list("abcdefghijklmnopqrstuvwxyz"))
OTHERS = ["é", "ß", "ü", "ж", "я", "猫", "犬", "ñ", "ø", "😀", "🧪", "中"]


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == "public" else 1])
    return public(rng) if part == "public" else hidden(rng)


def public(rng):
    return {
        "words": [case(words(rng, 5), 8)],
        "repeats": [case(repeated(rng, 4), 8)],
        "other-scripts": [case(["caf" + OTHERS[0], "smart"], 8)],
        "nothing": [case([], 3)],
    }


def hidden(rng):
    return {
        "words": [case(words(rng, n), size) for n, size in ((6, 16), (40, 64), (300, 1000))],
        "repeats": [case(repeated(rng, n), size) for n, size in ((8, 32), (30, 500))],
        "collisions": [case(words(rng, n), size) for n, size in ((30, 3), (60, 7), (9, 1))],
        "other-scripts": [case(scripts(rng, n), size) for n, size in ((6, 64), (25, 256))],
        "nothing": [case([], int(rng.integers(2, 6))), case(cancelling(rng), 1)],
    }


def case(document, size):
    return {"args": [[str(word) for word in document], int(size)]}


def word(rng):
    return "".join(rng.choice(LETTERS, rng.integers(1, 13)))


def words(rng, n):
    return [word(rng) for _ in range(n)]


def repeated(rng, n):
    known = words(rng, n)
    return [known[k] for k in rng.integers(0, n, 4 * n)] + known


def scripts(rng, n):
    return [word(rng) + str(rng.choice(OTHERS)) + word(rng) for _ in range(n)]


def fnv1a(text):
    hashed = 2166136261
    for byte in text.encode():
        hashed = (hashed ^ byte) * 16777619 % 2**32
    return hashed


def cancelling(rng):
    while True:
        pair = words(rng, 2)
        if {fnv1a(text) >> 31 for text in pair} == {0, 1}:
            return pair
