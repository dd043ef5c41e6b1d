"""What each kind of box can see of the host."""

import glob
import os
import sys
import sysconfig

from . import shared_libraries
from .root import Root

_DIST_PACKAGES = "/usr/lib/python3/dist-packages"
_TIME_ZONES = "/usr/share/zoneinfo"

# Datasets of packages are public, and hidden cases are often drawn from them, so a candidate could look them up.
_DATASETS_IN_PACKAGES = (
    "sklearn/datasets/data",
    "sklearn/datasets/images",
    "sklearn/datasets/tests",
    "scipy/misc",
    "pandas/tests",
)

_R = "/usr/lib/R"
_R_PACKAGES = "base compiler graphics grDevices grid methods parallel splines stats stats4 tools utils".split()
# Matrix and lattice contain no data, but survival depends on them.
_R_DATA_PACKAGES = "datasets MASS survival Matrix lattice".split()
# Documentation, and graphics devices that need X libraries.
_NOT_OF_R = ("help", "html", "doc", "demo", "Sweave", "po", "tests", "cairo.so")


def python_root(at, packages, with_datasets, datasets):
    """Python, its standard library and the named packages that are installed; datasets only if the caller says so."""
    root = Root(at)
    stdlib = sysconfig.get_path("stdlib")
    installed = [path for path in (f"{_DIST_PACKAGES}/{name}" for name in packages) if os.path.exists(path)]
    folders = [stdlib, *(path for path in installed if os.path.isdir(path))]
    for path in folders:
        root.bind(path)
    for path in installed:
        if path.endswith(".py"):
            root.copy(path, path)
    if os.path.isdir(_TIME_ZONES):
        root.bind(_TIME_ZONES)
    if not with_datasets:
        for name in _DATASETS_IN_PACKAGES:
            root.mask(f"{_DIST_PACKAGES}/{name}")
    programs = [program for path in folders for program in shared_libraries.programs_in(path)]
    _bind_libraries(root, [sys.executable, *programs])
    _bind_datasets(root, datasets)
    root.make_read_only()


def r_root(at, with_datasets, datasets):
    """R with its base packages; packages of datasets only if the caller says so."""
    root = Root(at)
    names = [*_R_PACKAGES, *(_R_DATA_PACKAGES if with_datasets else ())]
    packages = [f"library/{name}" for name in names if os.path.isdir(f"{_R}/library/{name}")]
    files = root.bind_parts(_R, ["lib", "etc/Renviron", "modules/lapack.so", *packages], without=_NOT_OF_R)
    # The dynamic loader looks it up by this path for every package with compiled code.
    root.link("R/lib/libR.so", "/usr/lib/libR.so")
    if os.path.isdir(_TIME_ZONES):
        root.bind(_TIME_ZONES)
    _bind_libraries(root, shared_libraries.programs_in(files))
    _bind_datasets(root, datasets)
    root.make_read_only()


def node_root(at, node_binary, harness, datasets):
    """Node and the directory of its harness."""
    root = Root(at)
    root.bind(node_binary, "/usr/bin/node")
    for name in sorted(os.listdir(harness)):
        root.copy(f"{harness}/{name}", f"/usr/lib/holdout/{name}")
    _bind_libraries(root, [node_binary])
    _bind_loader(root)
    _bind_datasets(root, datasets)
    root.make_read_only()


def postgres_root(at, binaries, sockets):
    """A PostgreSQL server, the shell that initdb needs, and one shared directory for the socket."""
    root = Root(at)
    for part in ("bin", "lib", "share"):
        root.bind(f"{binaries}/{part}", f"/usr/postgres/{part}")
    root.bind("/bin/sh", "/usr/bin/sh")
    root.link("usr/bin", "/bin")
    root.folder("/data")
    root.bind_writable(sockets, "/sockets")
    programs = [f"{binaries}/bin/initdb", f"{binaries}/bin/postgres", "/bin/sh"]
    _bind_libraries(root, [*programs, *shared_libraries.programs_in(f"{binaries}/lib")])
    _bind_loader(root)
    root.make_read_only()


def _bind_libraries(root, programs):
    folder = "/usr/lib/" + sysconfig.get_config_var("MULTIARCH")
    # libgcc_s is loaded by name with dlopen when a thread is cancelled.
    names = {*shared_libraries.closure(programs, folder), "libgcc_s.so.1"}
    root.bind_files([f"{folder}/{name}" for name in names], folder)


def _bind_loader(root):
    """Needed only where a program is executed inside. Python is already running when it enters the root."""
    loader = glob.glob("/lib64/ld-linux-*.so.2")
    if loader:
        root.bind(loader[0], "/usr/lib64/" + os.path.basename(loader[0]))


def _bind_datasets(root, datasets):
    for dataset in datasets:
        for name, source in dataset["files"].items():
            root.bind(source, f"/data/{dataset['id']}/{name}")
