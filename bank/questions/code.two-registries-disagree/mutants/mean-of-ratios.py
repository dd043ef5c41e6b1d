# Mistake: takes the mean of the daily ratios.
import pandas as pd


def reconcile(first, second, limit):
    days = pd.merge(first, second, on='date', how='outer').sort_values('date')
    days.columns = ['date', 'first', 'second']
    weekday = pd.to_datetime(days['date']).dt.dayofweek
    shared = days.dropna()
    ratios = (shared['second'] / shared['first']).groupby(weekday).mean().reindex(range(7))
    usual = weekday.map(ratios)
    apart = (days['second'] / days['first'] / usual - 1).abs()
    days['births'] = days['first'].fillna(days['second'] / usual)
    return {
        'shared': len(shared),
        'ratios': [None if ratio != ratio else ratio for ratio in ratios],
        'flagged': days.loc[apart > limit, 'date'].tolist(),
        'series': days[['date', 'births']],
    }
