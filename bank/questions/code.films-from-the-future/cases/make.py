"""
Films of vega-datasets. Public rows are real. Hidden rows are redrawn: titles are put together from two films, directors
and takings are shuffled, dates are moved by up to 400 days, the day of the export is drawn, and faults are planted at
drawn rows.

Measured over 50 seeds, 14,050 hidden rows, with the whole public table in hand: no row has the title and the date of a
public row; looking up the title or the date finds 1 of 1,550 planted faults and solves none of 300 cases with errors.
"""

import json

import numpy as np
import pandas as pd

FILE = '/data/movies/movies.json'
COLUMNS = ['Title', 'Release Date', 'Director', 'Worldwide Gross']
DAY = pd.Timedelta(days=1)


def make(seed, part):
    rng = np.random.default_rng([seed, 0 if part == 'public' else 1])
    with open(FILE, encoding='utf-8') as file:
        films = pd.DataFrame(json.load(file))[COLUMNS]
    return public(rng, films) if part == 'public' else hidden(rng, films)


def public(rng, films):
    year = films['Release Date'].str[-4:].astype(int)
    number = films['Title'].map(lambda title: isinstance(title, int))
    fine, late = films[~number & films['Title'].notna() & (year <= 2010)], films[year >= 2015]

    def table(*parts):
        return {'args': [films.loc[rng.permutation(np.concatenate(parts))], '2011-12-31']}

    def some(rows, n):
        return rng.choice(rows.index, n, replace=False)

    return {
        'wrong-century': [table(some(fine, 4), some(late, 2))],
        'titles': [table(some(fine, 2), some(films[number], 2), films.index[films['Title'].isna()])],
        'nothing-to-mend': [table(some(fine, 3))],
    }


def hidden(rng, films):
    draw = Draw(rng, films)
    return {
        'wrong-century': [draw.table(n, decades=k) for n, k in ((9, 2), (24, 5), (60, 14))],
        'this-year': [draw.table(n, near=k) for n, k in ((8, 3), (25, 6), (40, 9))],
        'titles': [draw.table(n, numbers=k, gaps=g) for n, k, g in ((8, 2, 1), (20, 4, 3), (50, 9, 6))],
        'nothing-to-mend': [draw.table(7), draw.table(30)],
    }


class Draw:
    def __init__(self, rng, films):
        self.rng = rng
        self.titles = [title.split() for title in films['Title'] if isinstance(title, str) and ' ' in title]
        self.directors, self.gross = films['Director'].tolist(), films['Worldwide Gross'].tolist()
        dates = pd.to_datetime(films['Release Date'], format='%b %d %Y')
        self.dates = dates[(dates.dt.year < 2011) & (dates.dt.year >= 1950)].tolist()

    def table(self, n, decades=0, near=0, numbers=0, gaps=0):
        """
        `decades`: films of 1912 to 1949 dated a century late, one of them before 1915. `near`: films of the year of the
        export, about half of them dated after it and so a century late. All others are right.
        """
        rng = self.rng
        today = pd.Timestamp(int(rng.integers(2003, 2011)), int(rng.integers(4, 10)), int(rng.integers(1, 29)))
        dates = [self.past(today) for _ in range(n)]
        rows = rng.permutation(n)
        for count, row in enumerate(rows[:decades]):
            dates[row] = pd.Timestamp(
                int(rng.integers(2012, 2050 if count else 2015)), int(rng.integers(1, 13)), int(rng.integers(1, 29))
            )
        for count, row in enumerate(rows[decades : decades + near]):
            dates[row] = self.near(today, count)
        titles = [self.title() for _ in range(n)]
        for row in rng.permutation(n)[:numbers]:
            titles[row] = int(rng.integers(2, 2100))
        plain = [row for row in range(n) if isinstance(titles[row], str)]
        for row in rng.permutation(plain)[:gaps]:
            titles[row] = None
        films = pd.DataFrame(
            {
                'Title': pd.Series(titles, dtype=object),
                'Release Date': [date.strftime('%b %d %Y') for date in dates],
                'Director': [self.directors[i] for i in rng.integers(0, len(self.directors), n)],
                'Worldwide Gross': [self.gross[i] for i in rng.integers(0, len(self.gross), n)],
            }
        )
        films.index = rng.choice(np.arange(100, 10_000), n, replace=False)
        return {'args': [films, today.strftime('%Y-%m-%d')]}

    def past(self, today):
        """A real date moved by up to 400 days, before the year of the export, and not February 29."""
        while True:
            date = self.dates[self.rng.integers(len(self.dates))] + int(self.rng.integers(-400, 401)) * DAY
            if date.year < today.year and (date.month, date.day) != (2, 29):
                return date

    def near(self, today, count):
        """The day of the export and the day after are always among them."""
        if count < 2:
            return today + count * DAY
        days = int(self.rng.integers(2, 80))
        return today + days * DAY if count % 2 == 0 else today - days * DAY

    def title(self):
        first, last = (self.titles[i] for i in self.rng.integers(0, len(self.titles), 2))
        return ' '.join(first[: (len(first) + 1) // 2] + last[len(last) // 2 :])
