"""Loads R into this process, and runs what programs commonly do, so that it is loaded and compiled before the fork."""

import contextlib
import ctypes
import os

from . import embedded, harness

_HERE = os.path.dirname(os.path.abspath(__file__))
# Sys.which would run a shell, and a box has none.
_NO_PROGRAMS = """local({
  unlockBinding("Sys.which", baseenv())
  assign("Sys.which", function(names) structure(character(length(names)), names = names), envir = baseenv())
  lockBinding("Sys.which", baseenv())
})"""
# The packages that Rscript attaches, except datasets.
_ATTACH = "for (name in c('methods', 'utils', 'grDevices', 'graphics', 'stats')) library(name, character.only = TRUE)"
_OPTIONS = "options(keep.source = TRUE)"
# Removes variables that R reads from its Renviron file.
_ENVIRONMENT = """function(names) {
  Sys.unsetenv(setdiff(names(Sys.getenv()), strsplit(rawToChar(names), " ")[[1]]))
  ""
}"""
_VERSION = "function(nothing) paste(R.version$major, R.version$minor, sep = '.')"
# Run twice, because R compiles a function at its second call.
_TIMES = 2
_FILE = "warm.R"


def read_sources():
    """Reads our R files before the process enters a root that does not contain them."""
    return {name: _read(name) for name in ("encode", "failures", "run", "warm")}


def warm_up(sources):
    """Returns the harness for the children, and the version of R."""
    # R's output would go to stdout, which is the zygote's channel to the driver.
    with _silence(1):
        r = embedded.EmbeddedR()
        for expression in (_NO_PROGRAMS, _ATTACH, _OPTIONS):
            r.evaluate(expression)
    r.call(r.evaluate(_ENVIRONMENT), " ".join(os.environ).encode())
    ready = harness.Harness(r, [sources[name] for name in ("encode", "failures", "run")])
    with _silence(1, 2):
        for entry, arguments in (("warm", _warm_arguments()), ("fail", [[1, 2]])):
            calls = [arguments] * _TIMES
            _check(ready.run({"files": {_FILE: sources["warm"]}, "main": _FILE, "entry": entry, "calls": calls}), entry)
    ready.clear_workspace()
    r.evaluate("gc()")
    ctypes.CDLL(None).malloc_trim(0)
    return ready, r.call(r.evaluate(_VERSION), b"").decode()


@contextlib.contextmanager
def _silence(*fds):
    kept = [(fd, os.dup(fd)) for fd in fds]
    null = os.open("/dev/null", os.O_WRONLY)
    for fd in fds:
        os.dup2(null, fd)
    try:
        yield
    finally:
        for fd, copy in kept:
            os.dup2(copy, fd)
            os.close(copy)
        os.close(null)


def _check(reply, entry):
    """Fails loudly: without warm functions every box would be slow for no visible reason."""
    if reply is None or b'"loadError"' in reply or (entry == "warm" and b'"ok":false' in reply):
        raise RuntimeError(f"R warm-up failed: {(reply or b'no reply').decode()[:500]}")


def _read(name):
    with open(f"{_HERE}/{name}.R") as file:
        return file.read()


def _warm_arguments():
    columns = {
        "x": ("int64", [1, 5, 3, 8, 6, 2, 7, 4]),
        "y": ("float64", [2.5, 1.5, None, 4.5, 3.5, 2.0, 5.5, 3.0]),
        "group": ("object", ["a", "b", "a", "b", "c", "c", "a", "b"]),
        "flag": ("bool", [True, False, True, True, False, False, True, False]),
        "kind": ("category", ["p", "q", "p", "q", "p", "q", "p", "q"]),
    }
    frame = {
        "$": "dataframe",
        "index": list(range(8)),
        "columns": [{"name": name, "dtype": dtype, "values": values} for name, (dtype, values) in columns.items()],
    }
    return [frame, [1.5, 2.5, 4.0, 5.0], ["apple", "pear", "fig"], [True, False, True, False]]
