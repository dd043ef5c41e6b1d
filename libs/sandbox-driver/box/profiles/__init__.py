"""
What differs between the profiles, one file for each: the root they see, what is warm, how strict the filter is, and who
runs in the end.

A file has a class `Profile` with `environment`, `filter()`, `build_root(settings)`, `warm_up()` (gives the versions),
`before_filter()` and `run(address_bytes)`.
"""

import importlib

COMMON_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/box", "TMPDIR": "/box", "LANG": "C.UTF-8"}


def find(name):
    """The profile of that name. Only its own file is loaded, so that no zygote carries what another one needs."""
    return importlib.import_module(f".{name.replace('-', '_')}", __name__).Profile()
