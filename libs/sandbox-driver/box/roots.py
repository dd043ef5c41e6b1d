"""What each kind of box may see of this machine."""

import glob
import os
import sys
import sysconfig

from . import shared_libraries
from .root import Root

_PACKAGES = ("numpy", "pandas", "scipy", "sklearn", "joblib", "pytz", "dateutil")
_MODULES = ("threadpoolctl.py", "six.py")
_DIST_PACKAGES = "/usr/lib/python3/dist-packages"
_TIME_ZONES = "/usr/share/zoneinfo"

# Public data can be looked up: what is hidden from a candidate is often a redraw of one of these.
_DATASETS_IN_PACKAGES = (
    "sklearn/datasets/data",
    "sklearn/datasets/images",
    "sklearn/datasets/tests",
    "scipy/misc",
    "pandas/tests",
)


def python_root(at, with_datasets, datasets):
    """Python, its standard library and the data packages; datasets only where the caller says so."""
    root = Root(at)
    stdlib = sysconfig.get_path("stdlib")
    packages = [path for path in (f"{_DIST_PACKAGES}/{name}" for name in _PACKAGES) if os.path.exists(path)]
    for path in [stdlib, *packages]:
        root.show(path)
    for name in _MODULES:
        if os.path.exists(f"{_DIST_PACKAGES}/{name}"):
            root.copy(f"{_DIST_PACKAGES}/{name}", f"{_DIST_PACKAGES}/{name}")
    if os.path.isdir(_TIME_ZONES):
        root.show(_TIME_ZONES)
    if not with_datasets:
        for name in _DATASETS_IN_PACKAGES:
            root.hide(f"{_DIST_PACKAGES}/{name}")
    programs = [program for path in [stdlib, *packages] for program in shared_libraries.programs_in(path)]
    _show_libraries(root, [sys.executable, *programs])
    _show_datasets(root, datasets)
    root.seal()


def node_root(at, node_binary, harness, datasets):
    """One Node and the file that it starts with."""
    root = Root(at)
    root.show(node_binary, "/usr/bin/node")
    root.copy(harness, "/usr/lib/holdout/harness.mjs")
    _show_libraries(root, [node_binary])
    _show_loader(root)
    _show_datasets(root, datasets)
    root.seal()


def postgres_root(at, binaries, sockets):
    """A PostgreSQL server, the shell that initdb needs for a moment, and one shared folder: where its socket is."""
    root = Root(at)
    for part in ("bin", "lib", "share"):
        root.show(f"{binaries}/{part}", f"/usr/postgres/{part}")
    root.show("/bin/sh", "/usr/bin/sh")
    root.link("usr/bin", "/bin")
    root.folder("/data")
    root.share(sockets, "/sockets")
    programs = [f"{binaries}/bin/initdb", f"{binaries}/bin/postgres", "/bin/sh"]
    _show_libraries(root, [*programs, *shared_libraries.programs_in(f"{binaries}/lib")])
    _show_loader(root)
    root.seal()


def _show_libraries(root, programs):
    folder = "/usr/lib/" + sysconfig.get_config_var("MULTIARCH")
    # The C library loads the last one by name, when a thread is cancelled.
    names = {*shared_libraries.closure(programs, folder), "libgcc_s.so.1"}
    root.gather([f"{folder}/{name}" for name in names], folder)


def _show_loader(root):
    """Only where a program is started inside; Python is running already when it enters."""
    loader = glob.glob("/lib64/ld-linux-*.so.2")
    if loader:
        root.show(loader[0], "/usr/lib64/" + os.path.basename(loader[0]))


def _show_datasets(root, datasets):
    for dataset in datasets:
        for name, source in dataset["files"].items():
            root.show(source, f"/data/{dataset['id']}/{name}")
