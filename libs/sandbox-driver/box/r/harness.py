"""
Runs one R program in its box: what ../harness.py does for Python, with the same frames.

R has no JSON parser and cannot open a file descriptor by number, so Python handles the frames.
"""

import contextlib
import os
import resource
import time

from .. import frames, jail
from . import arguments, serialize

_DRY_RUN = {"files": {"dry_run.R": "act <- function(x) sum(x)"}, "main": "dry_run.R", "entry": "act"}
# The seed of R's generator is a variable in the workspace too.
_CLEAR = """function(nothing) {
  rm(list = ls(globalenv(), all.names = TRUE), envir = globalenv())
  assign("last.warning", NULL, envir = baseenv())
  ""
}"""
_SEED = """function(bytes) {
  set.seed(sum(as.integer(bytes) * 256^(0:2)))
  ""
}"""
_SEED_BYTES = 3


class Harness:
    """Prepared in the zygote; each child uses its copy."""

    def __init__(self, embedded, sources):
        """`sources` are our R functions. They see only base R and each other."""
        self._r = embedded
        text = "\n".join(sources)
        self._run = embedded.evaluate(f"local({{\n{text}\nrun\n}}, new.env(parent = baseenv()))")
        self._clear = embedded.evaluate(_CLEAR)
        self._seed = embedded.evaluate(_SEED)

    def run(self, job):
        """The answer frame as bytes, or None if the program jumped to R's top level."""
        calls = [serialize.raw(serialize.stream(arguments.of_list(values))) for values in job["calls"]]
        fields = {
            "main": serialize.character([job["main"]]),
            "source": serialize.character([job["files"][job["main"]]]),
            "entry": serialize.character([job["entry"]]),
            "calls": serialize.listing(calls),
            "forbidden": serialize.character(job.get("forbid", {}).get("imports", [])),
        }
        names = {"names": serialize.character(list(fields))}
        return self._r.call(self._run, serialize.stream(serialize.listing(list(fields.values()), names)))

    def clear_workspace(self):
        """Removes what a program of ours left in the workspace."""
        self._r.call(self._clear, b"")

    def serve(self, address_bytes):
        """Reports that the box is ready, waits for its only program, and always ends the process."""
        os.mkdir("/box/tmp")
        self._dry_run()
        frames.write(jail.CHANNEL, {"cpuMs": time.process_time() * 1000})
        job = frames.read(jail.CHANNEL)
        if job is None:
            os._exit(0)
        _prepare(job, address_bytes)
        try:
            reply = self.run(job)
        except MemoryError:
            reply = b'{"overLimit":"memory"}'
        if reply is None:
            os._exit(1)
        _close_output()
        frames.write_all(jail.CHANNEL, len(reply).to_bytes(4, "big") + reply)
        # Waits to be killed instead of exiting, which would compete for the CPU with the driver that this write woke.
        frames.read(jail.CHANNEL)
        os._exit(0)

    def _dry_run(self):
        """Copy-on-write of the pages that a run writes to happens here instead of during the run."""
        self.run({**_DRY_RUN, "calls": [[[1.5, 2]]]})
        self.clear_workspace()
        # R derives its seed from the time and the pid, and every box has pid 1.
        self._r.call(self._seed, os.urandom(_SEED_BYTES))


def _prepare(job, address_bytes):
    if job["addressBytes"] is not None:
        limit = address_bytes + job["addressBytes"]
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for name, text in job["files"].items():
        path = f"/box/{name}"
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)


def _close_output():
    """
    Signals the end of output before the answer, so that the driver need not wait for this process to exit. Opens nothing,
    because the program may have used all file descriptors.
    """
    for fd in (1, 2):
        with contextlib.suppress(OSError):
            os.close(fd)
