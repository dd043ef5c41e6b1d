"""Python with its standard library and nothing else."""

import gc
import importlib
import platform
import sys

from .. import harness, roots, seccomp_filter
from . import COMMON_ENVIRONMENT

_WARM = """abc array bisect cmath collections contextlib copy csv dataclasses datetime decimal enum fractions functools heapq
io itertools json math numbers operator random re statistics string textwrap time typing"""


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
        self.rehearse()
        harness.forget_ourselves()
        gc.collect()
        gc.freeze()
        return {"Python": platform.python_version()}

    def rehearse(self):
        """What is to be done once, where boxes are copied from."""

    def _is_ours(self, path):
        """Where there are no packages, folders that are left of some would still be imported as empty ones."""
        return path.startswith("/usr/lib/") and (self.packages or not path.endswith("dist-packages"))

    def before_filter(self):
        """What is to differ between forked children. Python itself gives `random` another seed in each."""

    def run(self, address_bytes):
        harness.serve(address_bytes)
