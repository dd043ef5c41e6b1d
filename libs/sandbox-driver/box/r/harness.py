"""
Runs one R program in its box: the counterpart of ../harness.py, with the same frames.

R reads no JSON of its own and finds no descriptor by its number, so that Python carries for it.
"""

import os
import resource
import time

from .. import frames, jail
from . import arguments, serialize

_REHEARSAL = {"files": {"rehearsal.R": "act <- function(x) sum(x)"}, "main": "rehearsal.R", "entry": "act"}
# The random seed lies in the workspace too.
_FORGET = """function(nothing) {
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
    """What stands ready in the zygote, for each of its children."""

    def __init__(self, embedded, sources):
        """The sources are those of our R functions; they see nothing but base R and each other."""
        self._r = embedded
        text = "\n".join(sources)
        self._run = embedded.evaluate(f"local({{\n{text}\nrun\n}}, new.env(parent = baseenv()))")
        self._forget = embedded.evaluate(_FORGET)
        self._seed = embedded.evaluate(_SEED)

    def run(self, job):
        """The answer frame as bytes, or None when the program left R without answering."""
        calls = [serialize.raw(serialize.stream(arguments.of_list(values))) for values in job["calls"]]
        fields = {
            "main": serialize.character([job["main"]]),
            "source": serialize.character([job["files"][job["main"]]]),
            "entry": serialize.character([job["entry"]]),
            "calls": serialize.listing(calls),
        }
        names = {"names": serialize.character(list(fields))}
        return self._r.call(self._run, serialize.stream(serialize.listing(list(fields.values()), names)))

    def forget(self):
        """Empties the workspace of what a program of ours left there."""
        self._r.call(self._forget, b"")

    def serve(self, address_bytes):
        """Says that the box is ready, waits for its one program, and ends the process whatever happens."""
        os.mkdir("/box/tmp")
        self._rehearse()
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
        # Waiting to be ended, rather than ending, leaves the processor to the driver, which is what this woke.
        frames.read(jail.CHANNEL)
        os._exit(0)

    def _rehearse(self):
        """Touches the pages that a run will write to, while nobody waits for them to be copied."""
        self.run({**_REHEARSAL, "calls": [[[1.5, 2]]]})
        self.forget()
        # R takes its seed from the clock and the process, and every box is process 1.
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
    """Lets the driver know that nothing more will come, without its waiting for this process to be taken apart."""
    nothing = os.open("/dev/null", os.O_WRONLY)
    for fd in (1, 2):
        os.dup2(nothing, fd)
