"""What a statement may do, asked by SQLite of each thing that it is about to do, while it compiles the statement."""

import sqlite3

_READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
# What table functions such as json_each are declared by. SQLite itself refuses to change that table in any other way.
_DECLARATIONS = {(sqlite3.SQLITE_UPDATE, "sqlite_master")}
_WRITES = {
    sqlite3.SQLITE_INSERT: "INSERT",
    sqlite3.SQLITE_UPDATE: "UPDATE",
    sqlite3.SQLITE_DELETE: "DELETE",
}
_REFUSED = {
    sqlite3.SQLITE_ATTACH: "there is one database, so ATTACH is not allowed",
    sqlite3.SQLITE_DETACH: "there is one database, so DETACH is not allowed",
    sqlite3.SQLITE_TRANSACTION: "the statement runs by itself, so transactions are not allowed",
    sqlite3.SQLITE_SAVEPOINT: "the statement runs by itself, so savepoints are not allowed",
}
_ELSE = "tables, indexes, views and triggers are given, and may not be made, changed or dropped"
# Those that only tell of tables, whatever their argument.
_PRAGMAS = "foreign_key_list index_info index_list index_xinfo table_info table_list table_xinfo".split()
_FUNCTIONS = {"load_extension", "fts3_tokenizer"}


class SchemaRules:
    """For what makes the tables: anything but leaving the one database."""

    reason = None

    def __call__(self, action, name, *_where):
        is_out = action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH)
        return sqlite3.SQLITE_DENY if is_out else sqlite3.SQLITE_OK


class StatementRules:
    """For the statement of a candidate. `reason` says, after a refusal, what was refused."""

    def __init__(self, may_write):
        self.may_write = may_write
        self.reason = None

    def __call__(self, action, name, argument, *_where):
        refusal = self._refusal(action, name, argument)
        if refusal is None:
            return sqlite3.SQLITE_OK
        self.reason = self.reason or refusal
        return sqlite3.SQLITE_DENY

    def _refusal(self, action, name, argument):
        name = (name or "").lower()
        if action in _READS or (action, name) in _DECLARATIONS:
            return None
        if action == sqlite3.SQLITE_FUNCTION:
            return f"the function {argument} is not allowed" if argument in _FUNCTIONS else None
        if action == sqlite3.SQLITE_PRAGMA:
            return None if name in _PRAGMAS else f"PRAGMA {name} is not allowed"
        if action in _WRITES and not name.startswith("sqlite_"):
            return None if self.may_write else f"the data may only be read, so {_WRITES[action]} is not allowed"
        return _REFUSED.get(action, _ELSE)
