"""
Runs one program in its box: reads it from the channel, calls it, and hands back what it answered.

This shares an interpreter with the program, so that nothing it says is more than the program's claim. It only takes
care that an honest program is reported right, and that a dishonest one harms itself alone.
"""

import io
import json
import linecache
import os
import resource
import sys
import time
import types

from . import failures, frames, jail
from .decode import decode
from .encode import encode

_RECURSION_LIMIT = 1000
_REHEARSAL = "rehearsal.py"


class _OverMemory(Exception):
    pass


class _Left(Exception):
    """The program asked to end."""

    def __init__(self, code):
        super().__init__()
        self.code = code


def serve(address_bytes, program=None):
    """
    Says that the box is ready, waits for its one program, and ends the process whatever happens.

    A `program` with its own `run(job)` and `rehearse()` stands for another language than Python.
    """
    run, rehearse = (program.run, program.rehearse) if program else (_run, _rehearse)
    leave, write, dumps = os._exit, frames.write_all, json.dumps
    _take_channels()
    rehearse()
    frames.write(jail.CHANNEL, {"cpuMs": time.process_time() * 1000})
    job = frames.read(jail.CHANNEL)
    if job is None:
        leave(0)
    _limit(job, address_bytes)
    try:
        reply = run(job)
    except (_OverMemory, MemoryError):
        reply = {"overLimit": "memory"}
    except _Left as left:
        _flush()
        leave(left.code)
    _flush()
    _close_output()
    body = dumps(reply, allow_nan=False).encode()
    write(jail.CHANNEL, len(body).to_bytes(4, "big") + body)
    # Waiting to be ended, rather than ending, leaves the processor to the driver, which is what this woke.
    frames.read(jail.CHANNEL)
    leave(0)


def _rehearse():
    """Touches the pages that a run will write to, while nobody waits for them to be copied."""
    _run({"files": {_REHEARSAL: "def act(): return [1.5]"}, "main": _REHEARSAL, "entry": "act", "calls": [[]]})
    os.remove(f"/box/{_REHEARSAL}")
    del sys.modules["rehearsal"]
    linecache.cache.clear()


def _close_output():
    """Lets the driver know that nothing more will come, without its waiting for this process to be taken apart."""
    nothing = os.open("/dev/null", os.O_WRONLY)
    for fd in (1, 2):
        os.dup2(nothing, fd)


def _limit(job, address_bytes):
    if job["addressBytes"] is not None:
        limit = address_bytes + job["addressBytes"]
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    sys.setrecursionlimit(_RECURSION_LIMIT)


def forget_ourselves():
    """
    So that a program's own file may have any name. In the zygote, once: to walk the names of all modules is to write to
    them, and would copy 800 pages for each box.
    """
    for name in [name for name in sys.modules if name.split(".")[0] in ("box", "seccomp", "__main__")]:
        del sys.modules[name]


def _take_channels():
    """Standard output is a text file in UTF-8."""
    sys.argv = [""]
    sys.stdin = open(0)
    sys.stdout = _text_output(1)
    sys.stderr = _text_output(2)


def _text_output(fd):
    raw = io.open(fd, "wb", closefd=False)
    return io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", line_buffering=fd == 2)


def _run(job):
    files, main = job["files"], job["main"]
    reporter = failures.Reporter(files, main)
    for name, text in files.items():
        _write(name, text)
    function, error = _load(reporter, files[main], main, job["entry"])
    if error is not None:
        return {"loadError": error}
    return {"calls": [_call(reporter, function, arguments) for arguments in job["calls"]]}


def _write(name, text):
    path = f"/box/{name}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
        file.write(text)


def _load(reporter, source, main, entry):
    name = os.path.splitext(os.path.basename(main))[0]
    module = types.ModuleType(name)
    module.__file__ = f"/box/{main}"
    sys.modules[name] = module
    linecache.cache[module.__file__] = (len(source), None, source.splitlines(True), module.__file__)

    def load():
        exec(compile(source, module.__file__, "exec"), module.__dict__)
        if not callable(module.__dict__.get(entry)):
            raise NameError(f"{main} has no function named {entry}")
        return module.__dict__[entry]

    return _attempt(reporter, load)


def _call(reporter, function, arguments):
    value, error = _attempt(reporter, lambda: encode(function(*decode(arguments))))
    return {"ok": True, "value": value} if error is None else {"ok": False, "error": error}


def _attempt(reporter, act):
    """The outcome and no error, or no outcome and an error. One failed call does not stop the next."""
    try:
        return act(), None
    except MemoryError:
        raise _OverMemory from None
    except SystemExit as end:
        raise _Left(_exit_code(end.code)) from None
    except BaseException as error:
        return None, reporter.describe(error)


def _exit_code(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 255
    print(code, file=sys.stderr)
    return 1


def _flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            continue
