"""What each kind of box may see of this machine."""

import glob
import os
import sys
import sysconfig

from . import shared_libraries
from .root import Root

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

_R = "/usr/lib/R"
_R_PACKAGES = "base compiler graphics grDevices grid methods parallel splines stats stats4 tools utils".split()
# What survival needs is no data, but comes with it.
_R_DATA_PACKAGES = "datasets MASS survival Matrix lattice".split()
# What is to be read by people, and the devices that need a screen's libraries.
_NOT_OF_R = ("help", "html", "doc", "demo", "Sweave", "po", "tests", "cairo.so")


def python_root(at, packages, with_datasets, datasets):
    """Python, its standard library and the packages named, those there are; datasets only where the caller says so."""
    root = Root(at)
    stdlib = sysconfig.get_path("stdlib")
    installed = [path for path in (f"{_DIST_PACKAGES}/{name}" for name in packages) if os.path.exists(path)]
    folders = [stdlib, *(path for path in installed if os.path.isdir(path))]
    for path in folders:
        root.show(path)
    for path in installed:
        if path.endswith(".py"):
            root.copy(path, path)
    if os.path.isdir(_TIME_ZONES):
        root.show(_TIME_ZONES)
    if not with_datasets:
        for name in _DATASETS_IN_PACKAGES:
            root.hide(f"{_DIST_PACKAGES}/{name}")
    programs = [program for path in folders for program in shared_libraries.programs_in(path)]
    _show_libraries(root, [sys.executable, *programs])
    _show_datasets(root, datasets)
    root.seal()


def r_root(at, with_datasets, datasets):
    """R with its base packages; those that are data only where the caller says so."""
    root = Root(at)
    names = [*_R_PACKAGES, *(_R_DATA_PACKAGES if with_datasets else ())]
    packages = [f"library/{name}" for name in names if os.path.isdir(f"{_R}/library/{name}")]
    gathered = root.gather_parts(_R, ["lib", "etc/Renviron", "modules/lapack.so", *packages], without=_NOT_OF_R)
    # Under this name the loader looks for it again, at every package with compiled code.
    root.link("R/lib/libR.so", "/usr/lib/libR.so")
    if os.path.isdir(_TIME_ZONES):
        root.show(_TIME_ZONES)
    _show_libraries(root, shared_libraries.programs_in(gathered))
    _show_datasets(root, datasets)
    root.seal()


def node_root(at, node_binary, harness, datasets):
    """One Node and the folder of files that it starts with."""
    root = Root(at)
    root.show(node_binary, "/usr/bin/node")
    for name in sorted(os.listdir(harness)):
        root.copy(f"{harness}/{name}", f"/usr/lib/holdout/{name}")
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
