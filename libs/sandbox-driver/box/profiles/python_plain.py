"""Python with its standard library and nothing else."""

import gc
import importlib
import platform
import random
import sys

from .. import harness, roots, seccomp_filter
from . import COMMON_ENVIRONMENT

_WARM = """bisect collections csv dataclasses datetime decimal fractions functools heapq io itertools json math operator
random re statistics string textwrap typing"""


class Profile:
    environment = {**COMMON_ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"}
    warm_modules = _WARM.split()
    packages = ()

    def filter(self):
        return seccomp_filter.build("nofork")

    def build_root(self, settings):
        roots.python_root(settings["root"], self.packages, settings["withDatasets"], settings["datasets"])

    def warm_up(self):
        sys.path[:] = ["/box", *(path for path in sys.path[1:] if self._is_ours(path))]
        for name in self.warm_modules:
            try:
                importlib.import_module(name)
            except ImportError:
                continue
        gc.collect()
        gc.freeze()
        return {"Python": platform.python_version()}

    def _is_ours(self, path):
        """Where there are no packages, folders that are left of some would still be imported as empty ones."""
        return path.startswith("/usr/lib/") and (self.packages or not path.endswith("dist-packages"))

    def before_filter(self):
        """Forked children would otherwise all draw the same numbers."""
        random.seed()

    def run(self, address_bytes):
        harness.serve(address_bytes)
