"""
Runs one statement on a database in memory that is made for it: the counterpart of harness.py's calls.

The database is opened in the child, so that nothing of it is shared with other boxes.
"""

import sqlite3

from .sqlite_rules import SchemaRules, StatementRules

_MOST_ROWS = 10_000
_SETTINGS = "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;"
_REHEARSAL = {
    "schema": "create table t (a integer, b text)",
    "tables": {"t": [{"a": 1, "b": "x"}]},
    "query": "with c as (select b, count(*) as n from t group by b) select * from c join t using (b) order by n",
    "mayWrite": False,
}


class _NoRows(Exception):
    pass


def rehearse():
    """Touches the pages that a run will write to, while nobody waits for them to be copied."""
    run(_REHEARSAL)


def run(job):
    """The rows that came, or what SQLite has against the statement."""
    try:
        database = _open(job["schema"], job["tables"])
    except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
        return _failure(error, f"the tables could not be made: {error}")
    rules = StatementRules(job["mayWrite"])
    try:
        return _answer(database, rules, job["query"])
    except (sqlite3.Error, sqlite3.Warning, _NoRows, ValueError) as error:
        return _failure(error, rules.reason or str(error))


def _open(schema, tables):
    database = sqlite3.connect(":memory:", isolation_level=None, cached_statements=0)
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    database.set_authorizer(SchemaRules())
    database.executescript(schema)
    database.execute("BEGIN")
    for table, rows in tables.items():
        _fill(database, table, rows)
    database.execute("COMMIT")
    # After the tables are filled, since they come in no order that their keys would ask for.
    database.executescript(_SETTINGS)
    return database


def _fill(database, table, rows):
    """What a value becomes is for the column's affinity to say."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if not columns:
        return
    names = ", ".join(_quoted(name) for name in columns)
    places = ", ".join("?" for _ in columns)
    values = ([row.get(name) for name in columns] for row in rows)
    database.executemany(f"INSERT INTO {_quoted(table)} ({names}) VALUES ({places})", values)


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


def _answer(database, rules, query):
    database.set_authorizer(rules)
    cursor = database.execute(query)
    rows = cursor.fetchmany(_MOST_ROWS + 1)
    if cursor.description is None and not rules.may_write:
        raise _NoRows("the statement gives no rows: write a SELECT")
    # One that changes rows answers with those that it returns, if any.
    described = cursor.description or []
    kept = rows[:_MOST_ROWS]
    types = [_type(row[place] for row in kept) for place in range(len(described))]
    return {
        "columns": [{"name": column[0], "type": kind} for column, kind in zip(described, types)],
        "rows": [[_cell(value) for value in row] for row in kept],
        "truncated": len(rows) > _MOST_ROWS,
    }


def _type(values):
    """SQLite types values, not columns: the narrowest name that is true of all values of this one."""
    kinds = {type(value) for value in values if value is not None}
    if not kinds:
        return "null"
    if kinds <= {int, float}:
        return "integer" if kinds == {int} else "real"
    return "blob" if kinds == {bytes} else "text"


def _cell(value):
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return "\\x" + value.hex()
    if isinstance(value, float) and abs(value) == float("inf"):
        return "Infinity" if value > 0 else "-Infinity"
    return repr(value)


def _failure(error, message):
    code = getattr(error, "sqlite_errorname", "SQLITE_MISUSE")
    if isinstance(error, (sqlite3.Warning, sqlite3.ProgrammingError)) and "one statement" in str(error):
        message = "there is more than one statement: write one"
    return {"sqlError": {"code": code, "message": message}}
