from datetime import datetime

import pandas as pd


def clean_releases(films, today):
    rows, log = [], []
    for label, film in zip(films.index.tolist(), films.to_dict('records')):
        title, date = film['Title'], datetime.strptime(film['Release Date'], '%b %d %Y').date()
        if isinstance(title, int):
            film['Title'] = str(title)
            log.append({'row': label, 'column': 'Title', 'was': str(title), 'now': str(title)})
        right = date.replace(year=date.year - 100) if date.isoformat() > today else date
        if right != date:
            log.append({'row': label, 'column': 'Release Date', 'was': date.isoformat(), 'now': right.isoformat()})
        rows.append({**film, 'Release Date': right.isoformat()})
    return {'films': pd.DataFrame(rows, index=films.index, columns=films.columns), 'log': log}
