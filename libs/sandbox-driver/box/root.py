"""
A box's root file system: an empty memory disk that only names what a program of that kind needs, read-only.

Every mount is copied for each box and taken apart when it ends: 60 of them, one per shared library, cost 10 ms per
box. So folders are mounted, small files are copied, and libraries are gathered into one folder.
"""

import os
import shutil

from . import linux

_READ_ONLY = linux.MS_RDONLY | linux.MS_NOSUID | linux.MS_NODEV
_DEVICES = ("null", "urandom")


class Root:
    """Built at an empty folder; `seal` comes last, since a root that stays writable is shared by all its boxes."""

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
            self._attach("/dev/" + name, "/dev/" + name, linux.MS_NOSUID)
        self.link("urandom", "/dev/random")
        self._nothing = self.folder("/empty")

    def folder(self, path):
        os.makedirs(self.at + path, exist_ok=True)
        return self.at + path

    def link(self, target, path):
        os.symlink(target, self.at + path)

    def text(self, path, content):
        self.folder(os.path.dirname(path))
        with open(self.at + path, "w") as file:
            file.write(content)

    def show(self, source, path=None):
        """Shows a file or folder of this machine, read-only, without anything mounted below it."""
        path = path or source
        self._attach(os.path.realpath(source), path, _READ_ONLY)

    def copy(self, source, path):
        """For small files: a mount would cost every box more than the memory does."""
        with open(source) as file:
            self.text(path, file.read())

    def gather(self, sources, path):
        """Shows single files as one folder, made beside the root: links where the disk allows them, else copies."""
        folder = f"{self.at}-{os.path.basename(path)}"
        os.makedirs(folder, exist_ok=True)
        for source in sources:
            _link_or_copy(os.path.realpath(source), f"{folder}/{os.path.basename(source)}")
        self.show(folder, path)

    def gather_parts(self, source, parts, without):
        """Shows parts of a folder of this machine as if it had no others, and gives the folder made of them."""
        copy = f"{self.at}-{os.path.basename(source)}"
        for file in _files_of(source, parts, without):
            target = f"{copy}/{os.path.relpath(file, source)}"
            os.makedirs(os.path.dirname(target), exist_ok=True)
            _link_or_copy(os.path.realpath(file), target)
        self.show(copy, source)
        return copy

    def share(self, source, path):
        """Shows a folder that both sides may write to: only for a server's socket."""
        self._attach(os.path.realpath(source), path, linux.MS_NOSUID | linux.MS_NODEV)

    def hide(self, path):
        """Covers something that came in with a folder: by an empty folder, or by the null device."""
        place = self.at + path
        if os.path.isdir(place):
            linux.mount(self._nothing, place, None, linux.MS_BIND)
        elif os.path.exists(place):
            linux.mount("/dev/null", place, None, linux.MS_BIND)

    def seal(self):
        linux.mount(None, self.at, None, linux.MS_REMOUNT | linux.MS_BIND | _READ_ONLY)

    def _attach(self, source, path, flags):
        place = self.at + path
        if os.path.isdir(source):
            os.makedirs(place, exist_ok=True)
        else:
            self.folder(os.path.dirname(path))
            with open(place, "a"):
                pass
        linux.mount(source, place, None, linux.MS_BIND)
        # A mount of a less trusted namespace may not lose a flag that its source had.
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
