"""
Runs one program in its box: reads it from the channel, calls it, and writes the answer.

The harness shares an interpreter with the program, so its answer is only the program's claim. It reports an honest
program correctly, and a dishonest one can falsify only its own answer.
"""

import contextlib
import io
import json
import linecache
import os
import resource
import sys
import time
import types

from . import exercise_rules, failures, frames, jail
from .decode import decode
from .encode import encode

_RECURSION_LIMIT = 1000
_DRY_RUN_FILE = "dry_run.py"


class _OverMemory(Exception):
    pass


class _ProgramExit(Exception):
    """The program called sys.exit."""

    def __init__(self, code):
        super().__init__()
        self.code = code


def serve(address_bytes, program=None):
    """
    Reports that the box is ready, waits for its only program, and always ends the process.

    `program` is a module with `run(job)` and `dry_run()` for a language other than Python.
    """
    run, dry_run = (program.run, program.dry_run) if program else (_run, _dry_run)
    leave, write, dumps = os._exit, frames.write_all, json.dumps
    _take_channels()
    dry_run()
    frames.write(jail.CHANNEL, {"cpuMs": time.process_time() * 1000})
    job = frames.read(jail.CHANNEL)
    if job is None:
        leave(0)
    _limit(job, address_bytes)
    try:
        reply = run(job)
    except (_OverMemory, MemoryError):
        reply = {"overLimit": "memory"}
    except _ProgramExit as program_exit:
        _flush()
        leave(program_exit.code)
    _flush()
    _close_output()
    body = dumps(reply, allow_nan=False).encode()
    write(jail.CHANNEL, len(body).to_bytes(4, "big") + body)
    # Waits to be killed instead of exiting, which would compete for the CPU with the driver that this write woke.
    frames.read(jail.CHANNEL)
    leave(0)


def _dry_run():
    """Copy-on-write of the pages that a run writes to happens here instead of during the run."""
    _run({"files": {_DRY_RUN_FILE: "def act(): return [1.5]"}, "main": _DRY_RUN_FILE, "entry": "act", "calls": [[]]})
    os.remove(f"/box/{_DRY_RUN_FILE}")
    del sys.modules["dry_run"]
    linecache.cache.clear()


def _close_output():
    """
    Signals the end of output before the answer, so that the driver need not wait for this process to exit. Opens nothing,
    because the program may have used all file descriptors.
    """
    for fd in (1, 2):
        with contextlib.suppress(OSError):
            os.close(fd)


def _limit(job, address_bytes):
    if job["addressBytes"] is not None:
        limit = address_bytes + job["addressBytes"]
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    sys.setrecursionlimit(_RECURSION_LIMIT)


def unload_own_modules():
    """
    Frees the names of our modules for the files of a program. Called in the zygote, because iterating over all modules
    changes their reference counts, which would copy 800 pages in each box.
    """
    for name in [name for name in sys.modules if name.split(".")[0] in ("box", "seccomp", "__main__")]:
        del sys.modules[name]


def _take_channels():
    """Opens stdout and stderr as UTF-8 text."""
    sys.argv = [""]
    sys.stdin = open(0)
    sys.stdout = _text_output(1)
    sys.stderr = _text_output(2)


def _text_output(fd):
    raw = io.open(fd, "wb", closefd=False)
    return io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", line_buffering=fd == 2)


def _run(job):
    files, main = job["files"], job["main"]
    forbidden = job.get("forbid", {"mutation": False, "imports": []})
    reporter = failures.Reporter(files, main)
    for name, text in files.items():
        _write(name, text)
    found = exercise_rules.forbidden_import(files[main], forbidden["imports"])
    if found is not None:
        return {"loadError": failures.forbidden_import(*found)}
    function, error = _load(reporter, files[main], main, job["entry"])
    if error is not None:
        return {"loadError": error}
    give = _give_unchanged if forbidden["mutation"] else _give
    return {"calls": [_call(reporter, give, function, arguments) for arguments in job["calls"]]}


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


def _call(reporter, give, function, arguments):
    value, error = _attempt(reporter, lambda: give(function, decode(arguments)))
    return {"ok": True, "value": value} if error is None else {"ok": False, "error": error}


def _give(function, values):
    return encode(_returned(function, values))


def _returned(function, values):
    value = function(*values)
    if isinstance(value, types.CoroutineType):
        # Closed, or Python would warn of it later, with the place in this file.
        value.close()
        name = getattr(function, "__name__", "the function")
        raise TypeError(f"{name} returned a coroutine and no value: write it with def, and call asyncio.run inside")
    return value


def _give_unchanged(function, values):
    before = exercise_rules.written(values)
    answer = encode(_returned(function, values))
    exercise_rules.check_unchanged(values, before)
    return answer


def _attempt(reporter, act):
    """Returns (value, None) or (None, error). A failed call does not prevent the next."""
    try:
        return act(), None
    except MemoryError:
        raise _OverMemory from None
    except SystemExit as end:
        raise _ProgramExit(_exit_code(end.code)) from None
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
