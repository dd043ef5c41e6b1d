# Mistake: uses the ratios of the public registries.
import pandas as pd

# Ratios of the public registries over the four years that they share, Monday first.
KNOWN = [1.02029, 1.02239, 1.02199, 1.02044, 1.01925, 1.01761, 1.01717]


def reconcile(first, second, limit):
    days = pd.merge(first, second, on='date', how='outer').sort_values('date')
    days.columns = ['date', 'first', 'second']
    weekday = pd.to_datetime(days['date']).dt.dayofweek
    shared = days.dropna()
    totals = shared.groupby(weekday)[['first', 'second']].sum().reindex(range(7))
    ratios = pd.Series(KNOWN).where(totals['first'].notna())
    usual = weekday.map(ratios)
    apart = (days['second'] / days['first'] / usual - 1).abs()
    days['births'] = days['first'].fillna(days['second'] / usual)
    return {
        'shared': len(shared),
        'ratios': [None if ratio != ratio else ratio for ratio in ratios],
        'flagged': days.loc[apart > limit, 'date'].tolist(),
        'series': days[['date', 'births']],
    }
