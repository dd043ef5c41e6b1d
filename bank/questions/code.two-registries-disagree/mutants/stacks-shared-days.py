# Mistake: stacks the tables, so that shared days come twice.
import pandas as pd


def reconcile(first, second, limit):
    days = pd.merge(first, second, on='date', how='outer').sort_values('date')
    days.columns = ['date', 'first', 'second']
    weekday = pd.to_datetime(days['date']).dt.dayofweek
    shared = days.dropna()
    totals = shared.groupby(weekday)[['first', 'second']].sum().reindex(range(7))
    ratios = totals['second'] / totals['first']
    usual = weekday.map(ratios)
    apart = (days['second'] / days['first'] / usual - 1).abs()
    days['births'] = days['first'].fillna(days['second'] / usual)
    only = days.assign(births=days['second'] / usual).loc[days['second'].notna(), ['date', 'births']]
    both = pd.concat([first, only])
    return {
        'shared': len(shared),
        'ratios': [None if ratio != ratio else ratio for ratio in ratios],
        'flagged': days.loc[apart > limit, 'date'].tolist(),
        'series': both.rename_axis('row').sort_values(['date', 'row']),
    }
