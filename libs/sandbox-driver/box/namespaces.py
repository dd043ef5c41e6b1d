"""Leaving this machine: an unprivileged user in namespaces of its own, on a root file system of its own."""

import os

from . import linux

BOX_ID = 65532
_EVERY_NAMESPACE = linux.NEWUSER | linux.NEWNS | linux.NEWPID | linux.NEWNET | linux.NEWIPC | linux.NEWUTS


class Ids:
    """Maps the one user there is inside. Keeps /proc by descriptor, so that no box ever has it mounted."""

    def __init__(self):
        self._proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY)

    def map(self, outside_uid, outside_gid):
        self._write("self/setgroups", "deny")
        self._write("self/uid_map", f"{BOX_ID} {outside_uid} 1")
        self._write("self/gid_map", f"{BOX_ID} {outside_gid} 1")

    def address_bytes(self):
        """How much address space this process has taken."""
        with open(os.open("self/statm", os.O_RDONLY, dir_fd=self._proc)) as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")

    def mappings(self):
        """What lies where in the memory of this process, as the kernel lists it."""
        with open(os.open("self/maps", os.O_RDONLY, dir_fd=self._proc)) as file:
            return file.read()

    def _write(self, path, text):
        fd = os.open(path, os.O_WRONLY, dir_fd=self._proc)
        try:
            os.write(fd, text.encode())
        finally:
            os.close(fd)


def leave(at, uid, gid, build_root):
    """
    Returns, as process 1 of new namespaces, the `Ids` for making further ones.

    A root builds the file system before it drops to `uid`, since only it can read a checkout in its own home; an
    ordinary user builds it after, with the rights it has in its own namespace.
    """
    linux.die_with_parent()
    ids = Ids()
    if os.geteuid() == 0:
        linux.unshare(linux.NEWNS)
        linux.make_mounts_private()
        build_root()
        linux.enter_root(at)
        _become(uid, gid)
        linux.unshare(_EVERY_NAMESPACE)
        ids.map(uid, gid)
    else:
        outside = os.getuid(), os.getgid()
        linux.unshare(_EVERY_NAMESPACE)
        ids.map(*outside)
        linux.make_mounts_private()
        build_root()
        linux.enter_root(at)
    _become_first_process()
    return ids


def _become(uid, gid):
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    # A change of user makes /proc/self root's, where the id maps are; and forgets whom to die with.
    linux.prctl(linux.PR_SET_DUMPABLE, 1)
    linux.die_with_parent()


def _become_first_process():
    """The caller of unshare stays outside the new pid namespace; what lives on is its child, and it only waits."""
    pid = os.fork()
    if pid == 0:
        linux.die_with_parent()
        linux.set_hostname("box")
        return
    os.closerange(0, 2)
    status = os.waitpid(pid, 0)[1]
    os._exit(os.waitstatus_to_exitcode(status) & 255)
