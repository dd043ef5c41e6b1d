"""
Made-up mails: each class prefers words of its own, some words are common to all. Public and hidden mails differ in number
of classes, shares of the classes, length and smoothing, and no hidden word is a public one.
"""

import random

SOUNDS = {'public': ['ba', 'ne', 'ti', 'lo', 'ru'], 'hidden': ['ka', 'shi', 'vel', 'dro', 'mun', 'fie', 'gol', 'py', 'sta']}
CLASSES = ['news', 'order', 'spam', 'work', 'family']


def make(seed, part):
    rng = random.Random(f'{part} {seed}')
    return public(rng) if part == 'public' else hidden(rng)


def public(rng):
    post = Post(rng, 'public', 7)
    return {
        'short': [post.case(2, [2, 2], 3, 1.0, new=[3, 0])],
        'uneven': [post.case(2, [4, 1], 2, 0.5, new=[1])],
        'unseen': [post.case(2, [2, 1], 2, 1.0, new=[2], strange=2)],
    }


def hidden(rng):
    post = Post(rng, 'hidden', 60)
    return {
        'short': [post.case(k, [3] * k, 6, a, new=[4, 0, 7, 2, 5]) for k, a in ((2, 1.0), (3, 0.3), (4, 2.5))],
        'uneven': [post.case(k, sizes, 5, a, new=[3, 1, 6, 0]) for k, sizes, a in UNEVEN] + [post.with_empty_mails()],
        'unseen': [post.case(k, sizes, 7, a, new=[4, 0, 3], strange=s) for k, sizes, a, s in UNSEEN],
        'long': [post.case(k, sizes, 40, a, new=[900, 3000, 2]) for k, sizes, a in LONG],
    }


UNEVEN = [(2, [9, 2], 1.0), (3, [12, 1, 4], 0.05), (2, [1, 14], 3.0), (1, [4], 0.7)]
UNSEEN = [(2, [4, 5], 1.0, 3), (3, [6, 2, 5], 0.4, 5), (4, [3, 1, 2, 6], 1.6, 9)]
LONG = [(2, [6, 3], 1.0), (3, [2, 7, 5], 0.2)]


class Post:
    def __init__(self, rng, part, size):
        self.rng = rng
        self.words = sorted({''.join(rng.choices(SOUNDS[part], k=rng.randint(2, 4))) for _ in range(3 * size)})
        rng.shuffle(self.words)
        self.words, self.strange = self.words[:size], self.words[size:]

    def case(self, k, sizes, length, alpha, new, strange=0):
        """`sizes` mails of each class, of about `length` words; new mails of the given lengths, with strange words."""
        rng = self.rng
        tastes = {c: [rng.random() ** 4 for _ in self.words] for c in rng.sample(CLASSES, k)}
        labels = [c for c, size in zip(tastes, sizes) for _ in range(size)]
        rng.shuffle(labels)
        mails = [self.mail(tastes[c], rng.randint(length - 1, length + 3)) for c in labels]
        known = [word for mail in mails for word in mail]
        return self.args(mails, labels, alpha, [self.new(known, tastes, n, strange) for n in new])

    def new(self, known, tastes, n, strange):
        """Words that some mail holds, repeated now and then, and `strange` ones that no mail holds."""
        rng = self.rng
        likely = [w for w in self.mail(tastes[rng.choice(list(tastes))], 3 * n) if w in known] + rng.choices(known, k=n)
        mail = likely[:n] + rng.choices([w for w in self.strange if w not in known], k=strange)
        rng.shuffle(mail)
        return mail

    def mail(self, taste, length):
        return self.rng.choices(self.words, weights=taste, k=length)

    def with_empty_mails(self):
        """One class has empty mails only, so its words come from smoothing alone."""
        first, second, third = self.words[:3]
        mails = [[first, second, first], [], [third], [], [second]]
        return self.args(mails, ['work', 'news', 'work', 'news', 'spam'], 0.9, [[first, third, third], [], [second]])

    def args(self, mails, labels, alpha, new):
        return {'args': [mails, labels, alpha, new]}
