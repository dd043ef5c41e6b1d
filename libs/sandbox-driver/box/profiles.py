"""What differs between the languages: the root they see, what is warm, how strict the filter is, and who runs in the end."""

import gc
import importlib
import os
import platform
import random
import sys

from . import harness, roots, seccomp_filter

_NODE = "/usr/bin/node"
_COMMON = {"PATH": "/usr/bin:/bin", "HOME": "/box", "TMPDIR": "/box", "LANG": "C.UTF-8"}

_WARM = """numpy numpy.linalg numpy.random pandas scipy scipy.stats scipy.optimize scipy.sparse scipy.special
sklearn sklearn.linear_model sklearn.ensemble sklearn.tree sklearn.svm sklearn.neighbors sklearn.cluster sklearn.metrics
sklearn.model_selection sklearn.preprocessing sklearn.pipeline sklearn.compose sklearn.impute sklearn.decomposition
sklearn.naive_bayes sklearn.calibration sklearn.datasets
bisect collections csv dataclasses datetime decimal fractions functools heapq io itertools json math operator random re
statistics string textwrap typing"""
_VERSIONED = {"numpy": "numpy", "pandas": "pandas", "scipy": "scipy", "scikit-learn": "sklearn"}


class Python:
    # One thread per process: a zygote with two may not make user namespaces, and boxes share few cores.
    environment = {
        **_COMMON,
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "JOBLIB_MULTIPROCESSING": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }

    def filter(self):
        return seccomp_filter.build("nofork")

    def build_root(self, settings):
        roots.python_root(settings["root"], settings["withDatasets"], settings["datasets"])

    def warm_up(self):
        sys.path[:] = ["/box", *(path for path in sys.path[1:] if path.startswith("/usr/lib/"))]
        for name in _WARM.split():
            try:
                importlib.import_module(name)
            except ImportError:
                continue
        gc.collect()
        gc.freeze()
        versions = {label: sys.modules[name].__version__ for label, name in _VERSIONED.items() if name in sys.modules}
        return {"Python": platform.python_version(), **versions}

    def before_filter(self):
        """Forked children would otherwise all draw the same numbers."""
        random.seed()
        if "numpy" in sys.modules:
            sys.modules["numpy"].random.seed()

    def run(self, address_bytes):
        harness.serve(address_bytes)


class JavaScript:
    environment = _COMMON

    def filter(self):
        return seccomp_filter.build("node")

    def build_root(self, settings):
        here = os.path.dirname(os.path.abspath(__file__))
        roots.node_root(settings["root"], settings["nodeBinary"], f"{here}/harness.mjs", settings["datasets"])

    def warm_up(self):
        return {}

    def before_filter(self):
        pass

    def run(self, _address_bytes):
        """Node cannot be forked when warm, so that a parked child is a Node that has started and waits."""
        options = ["--max-old-space-size=192", "--disable-proto=delete", "--no-warnings"]
        os.execve(_NODE, [_NODE, *options, "/usr/lib/holdout/harness.mjs"], {**_COMMON, "UV_THREADPOOL_SIZE": "1"})


PROFILES = {"python": Python(), "javascript": JavaScript()}
