"""
Penguins of vega-datasets. Public rows are real. Hidden rows are redrawn: birds are drawn again with their measurements
blurred, and gaps are planted at drawn places, of which the answer is not what was there but what the training birds say.

Measured over 50 seeds, 29,000 hidden rows, with the whole public table in hand: 2 rows have the measurements of a public
bird; the value of the most similar bird is the one asked for in 72 of 5,100 gaps of the test, and in all gaps of 10 tests
of 600.
"""

import json

import numpy as np
import pandas as pd

FILE = '/data/penguins/penguins.json'
NUMBERS = ['Beak Length (mm)', 'Flipper Length (mm)', 'Body Mass (g)']
COLUMNS = ['Species', *NUMBERS, 'Sex']


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    with open(FILE, encoding='utf-8') as file:
        birds = pd.DataFrame(json.load(file))[COLUMNS]
    return public(rng, birds) if part == 'public' else hidden(rng, birds)


def public(rng, birds):
    whole, gaps = birds[birds['Sex'].isin(['MALE', 'FEMALE'])], birds[birds['Sex'].isna()]
    dot = birds[birds['Sex'] == '.']
    same = {species: rows for species, rows in whole.groupby('Species')}

    def some(*parts):
        rows = pd.concat([table.sample(n, random_state=rng) for table, n in parts]).sample(frac=1, random_state=rng)
        rows.index = rng.choice(np.arange(100, 10_000), len(rows), replace=False)
        return rows

    adelie, chinstrap, gentoo = same['Adelie'], same['Chinstrap'], same['Gentoo']
    unmeasured = gaps[gaps['Body Mass (g)'].isna()]
    return {
        'numbers': [case(some((adelie, 3), (gentoo, 3)), some((unmeasured, 1), (gentoo, 1)))],
        'sex': [case(some((gentoo, 3), (chinstrap, 2), (dot, 1)), some((gaps[gaps['Species'] == 'Gentoo'], 2)))],
        'unseen': [case(some((adelie, 2), (chinstrap, 3)), some((dot, 1), (chinstrap, 1)))],
    }


def hidden(rng, birds):
    draw = Draw(rng, birds)
    return {
        'numbers': [draw.case(n, m, numbers=g) for n, m, g in ((14, 6, 0.25), (50, 20, 0.2), (130, 40, 0.3))],
        'sex': [draw.case(n, m, sex=g) for n, m, g in ((16, 8, 0.3), (60, 25, 0.35))] + [draw.equally_often()],
        'few-tested': [draw.case(n, 2, numbers=0.4, sex=0.4, shift=1.3) for n in (15, 40)]
        + [draw.case(25, 1, sex=0.3, all_asked=True)],
        'unseen': [draw.case(n, m, numbers=0.3, sex=0.3, unseen=True) for n, m in ((12, 9), (45, 18))]
        + [draw.never_weighed()],
    }


def case(train, test):
    return {'args': [train, test]}


class Draw:
    def __init__(self, rng, birds):
        self.rng = rng
        whole = birds[birds['Sex'].isin(['MALE', 'FEMALE'])]
        self.birds = {species: rows for species, rows in whole.groupby('Species')}
        self.favoured = {species: rng.choice(['MALE', 'FEMALE']) for species in self.birds}

    def rows(self, n, species, shift=1.0):
        """Birds drawn again; the test may be heavier by a factor, so that filling from it would show."""
        rng = self.rng
        names = [species[i % len(species)] for i in range(n)]
        table = pd.concat([self.birds[name].sample(1, random_state=rng) for name in names])
        table[NUMBERS] *= np.exp(rng.normal(0, [0.03, 0.02, 0.06], (n, 3))) * shift
        table[NUMBERS] = table[NUMBERS].round({NUMBERS[0]: 1, NUMBERS[1]: 0, NUMBERS[2]: 0})
        often = rng.random(n) < 0.7
        other = {'MALE': 'FEMALE', 'FEMALE': 'MALE'}
        table['Sex'] = [self.favoured[s] if o else other[self.favoured[s]] for s, o in zip(names, often)]
        return table

    def case(self, n, m, numbers=0.0, sex=0.0, shift=1.0, unseen=False, all_asked=False):
        """
        Shares of gaps in the numbers and in the sex, half of the latter dots. `unseen`: one species is in the test alone.
        `all_asked`: test birds have nothing but gaps.
        """
        species = self.rng.permutation(list(self.birds)).tolist()
        train, test = self.rows(n, species[:2] if unseen else species), self.rows(m, species[::-1], shift)
        shares = (1.0, 1.0) if all_asked else (numbers, sex)
        return case(self.with_gaps(train, numbers, sex), self.with_gaps(test, *shares))

    def with_gaps(self, table, numbers, sex):
        rng, n = self.rng, len(table)
        table = table.sample(frac=1, random_state=rng)
        table.index = rng.choice(np.arange(100, 10_000), n, replace=False)
        for column in NUMBERS:
            table.loc[table.index[rng.permutation(n)[: int(np.ceil(numbers * n))]], column] = np.nan
        for count, row in enumerate(rng.permutation(n)[: int(np.ceil(sex * n))]):
            table.loc[table.index[row], 'Sex'] = '.' if count % 2 else None
        return table

    def equally_often(self):
        """Both sexes equally often in one species, and dots more often than either."""
        train, test = self.rows(14, ['Gentoo']), self.rows(6, ['Gentoo'])
        train['Sex'], test['Sex'] = ['MALE'] * 4 + ['FEMALE'] * 4 + ['.'] * 6, ['.', None, 'MALE'] * 2
        return case(*(self.with_gaps(table, 0.0, 0.0) for table in (train, test)))

    def never_weighed(self):
        """One species is in the training with no body mass and no sex known, so all birds must tell."""
        train, test = self.rows(16, ['Adelie', 'Gentoo']), self.rows(6, ['Gentoo', 'Adelie'])
        train.loc[train['Species'] == 'Gentoo', 'Body Mass (g)'] = np.nan
        train.loc[train['Species'] == 'Gentoo', 'Sex'] = '.'
        return case(self.with_gaps(train, 0.0, 0.0), self.with_gaps(test, 0.6, 0.6))
