import pandas as pd


def clean_releases(films, today):
    cleaned, log = films.copy(), []
    dates = pd.to_datetime(films['Release Date'], format='%b %d %Y')
    late = dates > pd.Timestamp(today)
    right = dates.where(~late, dates - pd.DateOffset(years=100))
    cleaned['Release Date'] = right.dt.strftime('%Y-%m-%d')
    cleaned['Title'] = [as_text(title) for title in films['Title']]
    for label, title in films['Title'].items():
        if is_number(title):
            log.append(change(label, 'Title', as_text(title), as_text(title)))
        if late[label]:
            was = dates[label].strftime('%Y-%m-%d')
            log.append(change(label, 'Release Date', was, cleaned.loc[label, 'Release Date']))
    return {'films': cleaned, 'log': log}


def is_number(title):
    return title is not None and title == title and not isinstance(title, str)


def as_text(title):
    return str(int(title)) if is_number(title) else title


def change(label, column, was, now):
    return {'row': int(label), 'column': column, 'was': was, 'now': now}
