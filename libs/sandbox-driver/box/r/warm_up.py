"""Makes of this process one with a warm R: loads it, and has it do what programs will want to do."""

import contextlib
import ctypes
import os

from . import embedded, harness

_HERE = os.path.dirname(os.path.abspath(__file__))
# No box holds a program to find; R would start a shell to look for one, and fail.
_NO_PROGRAMS = """local({
  unlockBinding("Sys.which", baseenv())
  assign("Sys.which", function(names) structure(character(length(names)), names = names), envir = baseenv())
  lockBinding("Sys.which", baseenv())
})"""
# What Rscript attaches, but for the data.
_ATTACH = "for (name in c('methods', 'utils', 'grDevices', 'graphics', 'stats')) library(name, character.only = TRUE)"
_OPTIONS = "options(keep.source = TRUE)"
# R adds what it finds in a file of its own.
_ENVIRONMENT = """function(names) {
  Sys.unsetenv(setdiff(names(Sys.getenv()), strsplit(rawToChar(names), " ")[[1]]))
  ""
}"""
_VERSION = "function(nothing) paste(R.version$major, R.version$minor, sep = '.')"
# Each is done twice, since R compiles a function at its second call.
_TIMES = 2
_FILE = "warm.R"


def read_sources():
    """Our own R, read before this process leaves for a root that does not hold it."""
    return {name: _read(name) for name in ("encode", "failures", "run", "warm")}


def warm_up(sources):
    """The harness of the children, and the version of R."""
    # What R prints would go where the zygote speaks to the driver.
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
    ready.forget()
    r.evaluate("gc()")
    ctypes.CDLL(None).malloc_trim(0)
    return ready, r.call(r.evaluate(_VERSION), b"").decode()


@contextlib.contextmanager
def _silence(*fds):
    kept = [(fd, os.dup(fd)) for fd in fds]
    nothing = os.open("/dev/null", os.O_WRONLY)
    for fd in fds:
        os.dup2(nothing, fd)
    try:
        yield
    finally:
        for fd, copy in kept:
            os.dup2(copy, fd)
            os.close(copy)
        os.close(nothing)


def _check(reply, entry):
    """A warm-up that fails leaves every box slow, and nobody would know why."""
    if reply is None or b'"loadError"' in reply or (entry == "warm" and b'"ok":false' in reply):
        raise RuntimeError(f"R did not warm up: {(reply or b'it left').decode()[:500]}")


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
