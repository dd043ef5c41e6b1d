# Mistake: takes a ratio that nobody observed for one.
import pandas as pd


def reconcile(first, second, limit):
    days = pd.merge(first, second, on='date', how='outer').sort_values('date')
    days.columns = ['date', 'first', 'second']
    weekday = pd.to_datetime(days['date']).dt.dayofweek
    shared = days.dropna()
    totals = shared.groupby(weekday)[['first', 'second']].sum().reindex(range(7))
    ratios = totals['second'] / totals['first']
    usual = weekday.map(ratios).fillna(1.0)
    apart = (days['second'] / days['first'] / usual - 1).abs()
    days['births'] = days['first'].fillna(days['second'] / usual)
    return {
        'shared': len(shared),
        'ratios': [None if ratio != ratio else ratio for ratio in ratios],
        'flagged': days.loc[apart > limit, 'date'].tolist(),
        'series': days[['date', 'births']],
    }
