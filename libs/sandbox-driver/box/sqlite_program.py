"""
Runs one statement on a new in-memory database: what harness.py does for functions.

The child opens the database, so it shares nothing with other boxes.
"""

import re
import sqlite3

from .sqlite_rules import SchemaRules, StatementRules

_MAX_ROWS = 10_000
_SETTINGS = "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;"
_DRY_RUN = {
    "schema": "create table t (a integer, b text)",
    "tables": {"t": [{"a": 1, "b": "x"}]},
    "query": "with c as (select b, count(*) as n from t group by b) select * from c join t using (b) order by n",
    "mayWrite": False,
}


# What a semicolon may stand in without ending a statement, a comment, or anything else. An unfinished one extends to the end.
_TOKEN = re.compile(
    r"""(?P<blank>\s+|--[^\n]*|/\*.*?(?:\*/|\Z))|(?P<end>;)|'[^']*(?:'|\Z)|"[^"]*(?:"|\Z)|`[^`]*(?:`|\Z)|\[[^]]*(?:]|\Z)|.""",
    re.DOTALL,
)


class _NoRows(Exception):
    pass


def dry_run():
    """Copy-on-write of the pages that a run writes to happens here instead of during the run."""
    run(_DRY_RUN)


def run(job):
    """The rows of the statement, or SQLite's error."""
    try:
        database = _open(job["schema"], job["tables"])
    except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
        return _failure(error, f"the tables could not be created: {error}")
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
    # Only now, because tables are not inserted in the order of their foreign keys.
    database.executescript(_SETTINGS)
    return database


def _fill(database, table, rows):
    """Values are stored by the column's type affinity."""
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
    cursor = database.execute(_without_empty_statements(query))
    rows = cursor.fetchmany(_MAX_ROWS + 1)
    if cursor.description is None and not rules.may_write:
        raise _NoRows("the statement returns no rows: write a SELECT")
    # A statement that changes rows returns those of its RETURNING clause, if any.
    described = cursor.description or []
    kept = rows[:_MAX_ROWS]
    types = [_type(row[place] for row in kept) for place in range(len(described))]
    return {
        "columns": [{"name": column[0], "type": kind} for column, kind in zip(described, types)],
        "rows": [[_cell(value) for value in row] for row in kept],
        "truncated": len(rows) > _MAX_ROWS,
    }


def _without_empty_statements(query):
    """
    Drops semicolons and comments around the only statement, as PostgreSQL's parser does: SQLite would take a semicolon
    after a comment for a second statement. Several statements are left as they are.
    """
    words = [token.span() for token in _TOKEN.finditer(query) if token.lastgroup is None]
    if not words:
        return query
    start, end = words[0][0], words[-1][1]
    inner = _TOKEN.finditer(query, start, end)
    return query if any(token.lastgroup == "end" for token in inner) else query[start:end]


def _type(values):
    """SQLite has types per value, not per column: this is the type that all values have, or `mixed`."""
    kinds = {type(value) for value in values if value is not None}
    if not kinds:
        return "null"
    if kinds <= {int, float}:
        return "integer" if kinds == {int} else "real"
    return {str: "text", bytes: "blob"}[kinds.pop()] if len(kinds) == 1 else "mixed"


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
        message = "there is more than one statement: write exactly one"
    return {"sqlError": {"code": code, "message": message}}
