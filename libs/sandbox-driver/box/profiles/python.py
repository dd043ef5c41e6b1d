"""Python with the data packages."""

import os
import sys

from .. import compact, first_use
from . import python_plain

_WARM = """numpy numpy.linalg numpy.random pandas scipy scipy.stats scipy.optimize scipy.sparse scipy.special
sklearn sklearn.linear_model sklearn.ensemble sklearn.tree sklearn.svm sklearn.neighbors sklearn.cluster sklearn.metrics
sklearn.model_selection sklearn.preprocessing sklearn.pipeline sklearn.compose sklearn.impute sklearn.decomposition
sklearn.naive_bayes sklearn.calibration sklearn.datasets"""
# The arenas that the packages fill, and a few more.
_ARENAS = 48
_VERSIONED = {"numpy": "numpy", "pandas": "pandas", "scipy": "scipy", "scikit-learn": "sklearn"}


class Profile(python_plain.Profile):
    # A single thread: unshare(NEWUSER) fails in a process with several, and boxes share few cores.
    environment = {
        **python_plain.Profile.environment,
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "JOBLIB_MULTIPROCESSING": "0",
    }
    warm_modules = (*_WARM.split(), *python_plain.Profile.warm_modules)
    packages = ("numpy", "pandas", "scipy", "sklearn", "joblib", "pytz", "dateutil", "threadpoolctl.py", "six.py")

    def warm_up(self):
        with compact.contiguous_heap(_ARENAS):
            versions = super().warm_up()
        present = {label: sys.modules[name] for label, name in _VERSIONED.items() if name in sys.modules}
        return {**versions, **{label: module.__version__ for label, module in present.items()}}

    def dry_run(self):
        first_use.use_data_packages()

    def before_filter(self):
        super().before_filter()
        if "numpy" in sys.modules:
            # Seeding numpy's generator by its default touches a hundred more pages, each of which would be copied.
            sys.modules["numpy"].random.seed(int.from_bytes(os.urandom(4), "little"))
