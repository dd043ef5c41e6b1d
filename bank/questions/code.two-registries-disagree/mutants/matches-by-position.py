# Mistake: puts the tables side by side in the order of their rows.
import pandas as pd


def reconcile(first, second, limit):
    days = pd.concat([first, second['births']], axis=1)
    days.columns = ['date', 'first', 'second']
    days['date'] = days['date'].fillna(second['date'])
    days = days.sort_values('date')
    weekday = pd.to_datetime(days['date']).dt.dayofweek
    shared = days.dropna()
    totals = shared.groupby(weekday)[['first', 'second']].sum().reindex(range(7))
    ratios = totals['second'] / totals['first']
    usual = weekday.map(ratios)
    apart = (days['second'] / days['first'] / usual - 1).abs()
    days['births'] = days['first'].fillna(days['second'] / usual)
    return {
        'shared': len(shared),
        'ratios': [None if ratio != ratio else ratio for ratio in ratios],
        'flagged': days.loc[apart > limit, 'date'].tolist(),
        'series': days[['date', 'births']],
    }
