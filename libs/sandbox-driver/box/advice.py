"""What a box does not have, for errors whose own message does not say it."""

import errno
import os
import traceback

_PACKAGES = "/usr/lib/python3/dist-packages/numpy"
_STARTS_PROCESSES = ("multiprocessing", "subprocess", "concurrent.futures.process", "asyncio.unix_events")


def advice(error):
    """A sentence to append to the message of an error; empty if there is nothing to say."""
    try:
        return _advice(error)
    except BaseException:
        # The error is an object of the program's.
        return ""


def _advice(error):
    if isinstance(error, ModuleNotFoundError):
        more = ", numpy, pandas, scipy and scikit-learn" if os.path.isdir(_PACKAGES) else ""
        return f"Here are the standard library{more} and nothing else."
    if type(error) is EOFError and "reading a line" in str(error):
        return "There is no input here: the function receives its arguments."
    if not isinstance(error, OSError):
        return ""
    if _passed_through(error, _STARTS_PROCESSES):
        return "The sandbox forbids starting processes: use threads, or one loop."
    if _passed_through(error, ("socket",)):
        return "The sandbox forbids the network."
    if error.errno == errno.EPERM:
        return "The sandbox forbids this call: processes, the network and other files than its own."
    return ""


def _passed_through(error, modules):
    names = (frame.f_globals.get("__name__") or "" for frame, _ in traceback.walk_tb(error.__traceback__))
    return any(name == module or name.startswith(f"{module}.") for name in names for module in modules)
