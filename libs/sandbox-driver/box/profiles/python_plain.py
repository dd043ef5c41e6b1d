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
        sys.path[:] = ["/box", *(path for path in sys.path[1:] if self._is_visible(path))]
        for name in self.warm_modules:
            try:
                importlib.import_module(name)
            except ImportError:
                continue
        self.dry_run()
        harness.unload_own_modules()
        gc.collect()
        gc.freeze()
        return {"Python": platform.python_version()}

    def dry_run(self):
        """Runs once in the zygote, before boxes are forked."""

    def _is_visible(self, path):
        """Drops dist-packages in a root without packages: leftover directories would import as empty packages."""
        return path.startswith("/usr/lib/") and (self.packages or not path.endswith("dist-packages"))

    def before_filter(self):
        """What must differ between forked children. Python itself reseeds `random` after a fork."""

    def run(self, address_bytes):
        harness.serve(address_bytes)
