"""
Wildlife strikes of vega-datasets. Public rows are real. Hidden rows are redrawn: every column is drawn on its own, dates
are moved by up to 400 days, stray codes, repeats and rows that differ in one column alone are planted at drawn places.

The hours after which a column is known are made up; their order follows how a report comes about.

Measured over 50 seeds, 28,800 hidden rows, with the whole public table in hand: 66 rows share airport, aircraft and day
with a public row, 2 of them phase and species too, none its costs; looking damage up by the first three is right
for a whole case in 4 of 700.
"""

import numpy as np
import pandas as pd

FILE = '/data/birdstrikes/birdstrikes.csv'
DAMAGE = 'Effect Amount of damage'
LEVELS = ['None', 'Minor', 'Medium', 'Substantial']
HOURS = {
    'Airport Name': 0,
    'Aircraft Make Model': 0,
    'Flight Date': 0,
    'Phase of flight': 1,
    'Speed IAS in knots': 1,
    'Wildlife Size': 4,
    DAMAGE: 6,
    'Wildlife Species': 72,
    'Cost Repair': 720,
    'Cost Total $': 2160,
}
LATE = ['Wildlife Species', 'Cost Repair', 'Cost Total $']


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    table = pd.read_csv(FILE, keep_default_na=False, na_values={'Speed IAS in knots': ['']})[[*HOURS]]
    return public(rng, table) if part == 'public' else hidden(rng, table)


def public(rng, table):
    stray = table[~table[DAMAGE].isin(LEVELS)]
    repeated = table[table.duplicated(keep=False)]
    repeated = repeated[repeated['Flight Date'] == repeated['Flight Date'].iloc[int(rng.integers(len(repeated)))]]

    def some(n, *others):
        rows = pd.concat([table.sample(n, random_state=rng), *others]).sample(frac=1, random_state=rng)
        rows.index = rng.choice(np.arange(100, 10_000), len(rows), replace=False)
        return rows

    narrow = [column for column in table if column not in ('Aircraft Make Model', 'Phase of flight', 'Wildlife Species')]
    return {
        'columns': [case(some(3), HOURS, 4, {})],
        'stray-codes': [case(some(2, stray.sample(2, random_state=rng))[narrow], HOURS, 1, {'C': 'Medium', 'B': 'None'})],
        'repeats': [case(some(1, repeated)[narrow], HOURS, 100, {})],
    }


def hidden(rng, table):
    draw = Draw(rng, table)
    return {
        'columns': [draw.case(n, at) for n, at in ((9, 4), (20, 71.5), (30, 0), (12, 5000), (7, -1))] + [draw.strange(15)],
        'stray-codes': [draw.case(n, 4, stray=s) for n, s in ((10, 3), (40, 12), (70, 25))],
        'repeats': [draw.case(n, at, repeats=r, near=r) for n, at, r in ((10, 1, 2), (40, 3, 7), (70, 80, 12))],
        'everything': [draw.case(n, at, stray=s, repeats=r, near=r) for n, at, s, r in ((60, 4, 12, 8), (90, 1, 20, 15))],
    }


def case(strikes, hours, at, codes):
    return {'args': [strikes, {c: hours[c] for c in strikes if c in hours}, at, codes]}


class Draw:
    def __init__(self, rng, table):
        self.rng, self.table = rng, table

    def rows(self, n):
        """Every column drawn on its own, about a third of the strikes with damage."""
        rng = self.rng
        rows = pd.DataFrame({c: self.table[c].to_numpy()[rng.integers(0, len(self.table), n)] for c in HOURS})
        days = pd.to_timedelta(rng.integers(-400, 401, n), unit='D')
        rows['Flight Date'] = (pd.to_datetime(rows['Flight Date']) + days).dt.strftime('%Y-%m-%d')
        rows[DAMAGE] = rng.choice(LEVELS, n, p=[0.65, 0.15, 0.1, 0.1])
        rows['Cost Repair'] = rng.integers(0, 90_000, n)
        rows['Cost Total $'] = rows['Cost Repair'] + rng.integers(0, 9_000, n)
        return rows

    def case(self, n, at, stray=0, repeats=0, near=0):
        """
        `stray`: rows with a code of one letter. `repeats`: rows once more, one of them twice more and one with a code in
        place of its level. `near`: rows once more with another value in one column, one after the other.
        """
        rng = self.rng
        rows, letters = self.rows(n), rng.permutation(list('BCDEX')).tolist()
        codes = dict(zip(letters, ['None', 'Minor', 'None', 'Substantial'])) if stray or repeats else {}
        for row in rng.choice(n, stray, replace=False):
            rows.loc[row, DAMAGE] = rng.choice([*codes])
        more = []
        if repeats:
            places = rng.choice(n, repeats, replace=False)
            rows.loc[places[0], DAMAGE] = 'None'
            rows.loc[places[1], 'Speed IAS in knots'] = np.nan
            more = [rows.loc[[place]] for place in [*places, places[1]]]
            more[0] = more[0].assign(**{DAMAGE: letters[0]})
        for column, place in zip([*LATE, DAMAGE, *HOURS] * near, rng.choice(n, near, replace=False)):
            more.append(self.other(rows.loc[[place]], column))
        table = pd.concat([rows, *more]).sample(frac=1, random_state=rng)
        table = table[rng.permutation(table.columns)]
        table.index = rng.choice(np.arange(100, 10_000), len(table), replace=False)
        return case(table, HOURS, at, codes)

    def other(self, row, column):
        changed = self.rows(1)[column].iloc[0]
        while changed == row[column].iloc[0] or changed != changed:
            changed = self.rows(1)[column].iloc[0]
        return row.assign(**{column: [changed]})

    def strange(self, n):
        """Columns of which nobody knows when they are known, and a damage that is known at once."""
        made = self.case(n, 2)['args']
        hours = {**made[1], DAMAGE: 0}
        del hours['Phase of flight'], hours['Airport Name']
        return {'args': [made[0], hours, *made[2:]]}
