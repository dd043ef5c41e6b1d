"""R, in a process that was a Python: see ../r/embedded.py."""

from .. import roots, seccomp_filter
from ..r import embedded, warm_up
from . import COMMON_ENVIRONMENT


class Profile:
    environment = {
        **COMMON_ENVIRONMENT,
        # Text is UTF-8, and sorts by code point as it does in the other languages, not by the rules of some country.
        "LANG": "C",
        "LC_CTYPE": "C.UTF-8",
        "TZ": "UTC",
        "R_HOME": embedded.HOME,
        # Attached by the warm-up: utils asks a shell for the system's name, and there is none.
        "R_DEFAULT_PACKAGES": "NULL",
        # One thread per process: a zygote with two may not make user namespaces, and boxes share few cores.
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
        """What is random in R is seeded by its harness, which is allowed to ask for the bytes."""

    def run(self, address_bytes):
        self._harness.serve(address_bytes)
