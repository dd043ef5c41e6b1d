"""
Postal codes of vega-datasets. Public rows are real. Hidden codes are drawn from the numbers that are not assigned, cities
are put together from two, states are drawn.

Measured over 50 seeds, 24,500 hidden rows, with the whole public table in hand: no hidden code is a public one, and no
hidden city is a public one; padding only the codes that the public table knows mends no case of 550 with lost zeros.
"""

import numpy as np
import pandas as pd

FILE = '/data/zipcodes/zipcodes.csv'


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    known = pd.read_csv(FILE, dtype=str)[['zip_code', 'city', 'state']]
    return public(rng, known) if part == 'public' else hidden(rng, known)


def public(rng, known):
    lost = known[known['zip_code'] < '1']

    def some(n, lost_ones):
        rows = pd.concat([known.sample(n, random_state=rng), lost.sample(lost_ones, random_state=rng)])
        return rows.sample(frac=1, random_state=rng)

    whole, gaps = some(2, 2), some(2, 1)
    text = some(1, 2)
    text = pd.concat([text, text[text['zip_code'] < '1'].tail(1)])
    text['zip_code'] = [' ' + code if i == 0 else code for i, code in enumerate(text['zip_code'])]
    return {
        'numbers': [case(rng, whole.assign(zip_code=whole['zip_code'].astype(int)))],
        'gaps': [case(rng, gaps.assign(zip_code=[np.nan, *gaps['zip_code'].astype(float)[1:]]))],
        'text': [case(rng, text.assign(zip_code=[*text['zip_code'][:-1], text['zip_code'].iloc[-1].lstrip('0')]))],
    }


def hidden(rng, known):
    draw = Draw(rng, known)
    return {
        'numbers': [draw.whole(n, repeats) for n, repeats in ((6, 0), (25, 2), (80, 6))],
        'gaps': [draw.with_gaps(n, gaps, repeats) for n, gaps, repeats in ((7, 2, 0), (30, 6, 2), (90, 20, 5), (4, 4, 0))],
        'text': [draw.text(n, repeats) for n, repeats in ((9, 1), (35, 4), (100, 9))],
        'mixed': [draw.mixed(n) for n in (12, 60)],
    }


def case(rng, places):
    places = places.reset_index(drop=True)
    places.index = rng.choice(np.arange(100, 10_000), len(places), replace=False)
    return {'args': [places]}


class Draw:
    def __init__(self, rng, known):
        self.rng = rng
        taken = set(known['zip_code'].astype(int))
        bounds = (1, 10, 1000, 10_000, 100_000)
        self.free = [[n for n in range(*pair) if n not in taken] for pair in zip(bounds, bounds[1:])]
        self.halves = [city.split() for city in known['city'] if ' ' in city]
        self.cities, self.states = set(known['city']), sorted(set(known['state']))

    def numbers(self, n, repeats):
        """Codes of one to five digits, half of them short; `repeats` of them once more, the first three times."""
        rng, made = self.rng, []
        while len(made) < n - repeats:
            pool = self.free[3 if rng.random() < 0.5 else rng.integers(1, 3)]
            code = pool[rng.integers(len(pool))]
            if code not in made:
                made.append(code)
        for digits, place in enumerate(rng.permutation(n - repeats)[:4]):
            made[place] = next(code for code in rng.permutation(self.free[digits]).tolist() if code not in made)
        again = made[: max(repeats - 1, 1)] if repeats else []
        made += (again + made[:1] * repeats)[:repeats]
        return [made[i] for i in rng.permutation(n)]

    def table(self, codes, dtype=None):
        n = len(codes)
        return case(
            self.rng,
            pd.DataFrame(
                {
                    'zip_code': pd.Series(codes, dtype=dtype),
                    'city': [self.city() for _ in range(n)],
                    'state': [self.states[i] for i in self.rng.integers(0, len(self.states), n)],
                }
            ),
        )

    def city(self):
        while True:
            first, last = (self.halves[i] for i in self.rng.integers(0, len(self.halves), 2))
            if (city := f'{first[0]} {last[-1]}') not in self.cities:
                return city

    def whole(self, n, repeats):
        return self.table(self.numbers(n, repeats))

    def with_gaps(self, n, gaps, repeats):
        codes = [float(code) for code in self.numbers(n, repeats)] if gaps < n else [np.nan] * n
        spare = [i for i in range(n) if codes.count(codes[i]) == 1]
        for i in self.rng.permutation(spare)[:gaps]:
            codes[i] = np.nan
        return self.table(codes)

    def written(self, code):
        """With or without its zeros, and now and then with blanks around it."""
        text = str(code) if self.rng.random() < 0.5 else f'{code:05d}'
        return f' {text} '[self.rng.integers(0, 2) : self.rng.integers(len(text) + 1, len(text) + 3)]

    def text(self, n, repeats):
        """A repeated code is written with its zeros once and without them once; some texts are blank, some missing."""
        codes = self.numbers(n, 0)
        short = [code for code in codes if code < 10_000][:repeats]
        rows = [self.written(code) for code in codes if code not in short]
        rows += [str(code) for code in short] + [f'{code:05d}' for code in short] + ['', '  ', None, None]
        return self.table([rows[i] for i in self.rng.permutation(len(rows))], dtype=object)

    def mixed(self, n):
        """Whole numbers and texts in one column, some codes once as each."""
        codes = self.numbers(n, 0)
        rows = [code if self.rng.random() < 0.5 else self.written(code) for code in codes[2:]]
        rows += [codes[0], f'{codes[0]:05d}', codes[1], str(codes[1]), None]
        return self.table([rows[i] for i in self.rng.permutation(len(rows))], dtype=object)
