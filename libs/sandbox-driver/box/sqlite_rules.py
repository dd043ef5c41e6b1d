"""Authorizer callbacks: SQLite asks them about each action while it compiles a statement."""

import sqlite3

_READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
# Table-valued functions such as json_each are declared by an update of sqlite_master. SQLite rejects all others.
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
_ELSE = "tables, indexes, views and triggers may not be created, altered or dropped"
# These pragmas only read the schema, whatever their argument.
_PRAGMAS = "foreign_key_list index_info index_list index_xinfo table_info table_list table_xinfo".split()
_FUNCTIONS = {"load_extension", "fts3_tokenizer"}


class SchemaRules:
    """For the author's schema: everything except attaching another database."""

    reason = None

    def __call__(self, action, name, *_where):
        is_attach = action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH)
        return sqlite3.SQLITE_DENY if is_attach else sqlite3.SQLITE_OK


class StatementRules:
    """For a candidate's statement. After a refusal, `reason` says why."""

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
            return None if self.may_write else f"the data is read-only, so {_WRITES[action]} is not allowed"
        return _REFUSED.get(action, _ELSE)
