"""
The root file system of a box: a read-only tmpfs that contains only what programs of that kind need.

unshare copies every mount for each box, and its end removes them: 60 mounts, one per shared library, cost 10 ms per
box. So directories are bind-mounted, small files are copied, and libraries are collected in one directory.
"""

import os
import shutil

from . import linux

_READ_ONLY = linux.MS_RDONLY | linux.MS_NOSUID | linux.MS_NODEV
_DEVICES = ("null", "urandom")


class Root:
    """Built in an empty directory. `make_read_only` comes last: all boxes of a zygote share this root."""

    def __init__(self, at):
        self.at = at
        linux.mount("tmpfs", at, "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, "size=4m,mode=755")
        self.folder("/box")
        self.folder("/usr/lib")
        self.folder("/usr/lib64")
        self.link("usr/lib", "/lib")
        self.link("usr/lib64", "/lib64")
        self.link("box", "/tmp")
        self.text("/etc/passwd", "box:x:65532:65532::/box:\n")
        for name in _DEVICES:
            self._bind("/dev/" + name, "/dev/" + name, linux.MS_NOSUID)
        self.link("urandom", "/dev/random")
        self._empty = self.folder("/empty")

    def folder(self, path):
        os.makedirs(self.at + path, exist_ok=True)
        return self.at + path

    def link(self, target, path):
        os.symlink(target, self.at + path)

    def text(self, path, content):
        self.folder(os.path.dirname(path))
        with open(self.at + path, "w") as file:
            file.write(content)

    def bind(self, source, path=None):
        """Bind-mounts a file or directory of the host, read-only and not recursively."""
        path = path or source
        self._bind(os.path.realpath(source), path, _READ_ONLY)

    def copy(self, source, path):
        """For small files: a mount would cost every box more than the memory does."""
        with open(source) as file:
            self.text(path, file.read())

    def bind_files(self, sources, path):
        """Bind-mounts single files as one directory: hard links where the file system allows, otherwise copies."""
        folder = f"{self.at}-{os.path.basename(path)}"
        os.makedirs(folder, exist_ok=True)
        for source in sources:
            _link_or_copy(os.path.realpath(source), f"{folder}/{os.path.basename(source)}")
        self.bind(folder, path)

    def bind_parts(self, source, parts, without):
        """Bind-mounts parts of a host directory at its own path, and returns the directory that contains them."""
        copy = f"{self.at}-{os.path.basename(source)}"
        for file in _files_of(source, parts, without):
            target = f"{copy}/{os.path.relpath(file, source)}"
            os.makedirs(os.path.dirname(target), exist_ok=True)
            _link_or_copy(os.path.realpath(file), target)
        self.bind(copy, source)
        return copy

    def bind_writable(self, source, path):
        """Bind-mounts a directory writable for both sides: only for a server's socket."""
        self._bind(os.path.realpath(source), path, linux.MS_NOSUID | linux.MS_NODEV)

    def mask(self, path):
        """Masks a path inside a bind mount by an empty directory or /dev/null."""
        place = self.at + path
        if os.path.isdir(place):
            linux.mount(self._empty, place, None, linux.MS_BIND)
        elif os.path.exists(place):
            linux.mount("/dev/null", place, None, linux.MS_BIND)

    def make_read_only(self):
        linux.mount(None, self.at, None, linux.MS_REMOUNT | linux.MS_BIND | _READ_ONLY)

    def _bind(self, source, path, flags):
        place = self.at + path
        if os.path.isdir(source):
            os.makedirs(place, exist_ok=True)
        else:
            self.folder(os.path.dirname(path))
            with open(place, "a"):
                pass
        linux.mount(source, place, None, linux.MS_BIND)
        # In a less privileged namespace a remount must keep the flags of the source.
        kept = linux.MS_NOEXEC if os.statvfs(place).f_flag & os.ST_NOEXEC else 0
        linux.mount(None, place, None, linux.MS_REMOUNT | linux.MS_BIND | flags | kept)


def _files_of(source, parts, without):
    for part in parts:
        if os.path.isfile(f"{source}/{part}"):
            yield f"{source}/{part}"
        for here, folders, names in os.walk(f"{source}/{part}"):
            folders[:] = [name for name in folders if name not in without]
            yield from (f"{here}/{name}" for name in names if name not in without)


def _link_or_copy(source, target):
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)
