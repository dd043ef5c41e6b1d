"""SQLite, through Python's sqlite3 module."""

import sqlite3

from .. import harness, sqlite_program
from . import python_plain


class Profile(python_plain.Profile):
    def warm_up(self):
        super().warm_up()
        return {"SQLite": sqlite3.sqlite_version}

    def run(self, address_bytes):
        harness.serve(address_bytes, sqlite_program)
