"""
One module per profile: its root file system, what is imported before the fork, its seccomp filter, and what runs the
program.

Each has a class `Profile` with `environment`, `filter()`, `build_root(settings)`, `warm_up()` (returns versions),
`before_filter()` and `run(address_bytes)`.
"""

import importlib

COMMON_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/box", "TMPDIR": "/box", "LANG": "C.UTF-8"}


def find(name):
    """The profile with that name. Imports only its module, so that a zygote has only its own dependencies in memory."""
    return importlib.import_module(f".{name.replace('-', '_')}", __name__).Profile()
