from datetime import date

import pandas as pd


def reconcile(first, second, limit):
    ours, theirs = (dict(zip(table['date'], table['births'].tolist())) for table in (first, second))
    sums = [[0, 0] for _ in range(7)]
    shared = sorted(set(ours) & set(theirs))
    for day in shared:
        sums[weekday(day)][0] += ours[day]
        sums[weekday(day)][1] += theirs[day]
    ratios = [b / a if a else None for a, b in sums]
    flagged = [day for day in shared if abs(theirs[day] / (ours[day] * ratios[weekday(day)]) - 1) > limit]
    rows = []
    for day in sorted(set(ours) | set(theirs)):
        ratio = ratios[weekday(day)]
        rows.append((day, ours[day] if day in ours else theirs[day] / ratio if ratio else None))
    series = pd.DataFrame(rows, columns=['date', 'births'])
    return {'shared': len(shared), 'ratios': ratios, 'flagged': flagged, 'series': series}


def weekday(day):
    return date.fromisoformat(day).weekday()
