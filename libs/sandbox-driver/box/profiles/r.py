"""R, loaded into a Python process: see ../r/embedded.py."""

from .. import roots, seccomp_filter
from ..r import embedded, warm_up
from . import COMMON_ENVIRONMENT


class Profile:
    environment = {
        **COMMON_ENVIRONMENT,
        # UTF-8 text, sorted by code point as in the other languages instead of by a locale's collation.
        "LANG": "C",
        "LC_CTYPE": "C.UTF-8",
        "TZ": "UTC",
        "R_HOME": embedded.HOME,
        # The warm-up attaches the packages: utils would run a shell to get the system's name.
        "R_DEFAULT_PACKAGES": "NULL",
        # A single thread: unshare(NEWUSER) fails in a process with several, and boxes share few cores.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }

    def filter(self):
        return seccomp_filter.build("nofork")

    def build_root(self, settings):
        self._sources = warm_up.read_sources()
        roots.r_root(settings["root"], settings["withDatasets"], settings["datasets"])

    def warm_up(self):
        self._harness, version = warm_up.warm_up(self._sources)
        return {"R": version}

    def before_filter(self):
        """The harness seeds R, because it may still call getrandom."""

    def run(self, address_bytes):
        self._harness.serve(address_bytes)
