"""Moves the process into new namespaces with a root file system of its own, as an unprivileged user."""

import os

from . import linux

BOX_ID = 65532
_EVERY_NAMESPACE = linux.NEWUSER | linux.NEWNS | linux.NEWPID | linux.NEWNET | linux.NEWIPC | linux.NEWUTS


class Ids:
    """Maps the only user inside. Holds a descriptor of /proc, because no box mounts it."""

    def __init__(self):
        self._proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY)

    def map(self, outside_uid, outside_gid):
        self._write("self/setgroups", "deny")
        self._write("self/uid_map", f"{BOX_ID} {outside_uid} 1")
        self._write("self/gid_map", f"{BOX_ID} {outside_gid} 1")

    def address_bytes(self):
        """The size of this process's address space."""
        with open(os.open("self/statm", os.O_RDONLY, dir_fd=self._proc)) as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")

    def mappings(self):
        """The memory mappings of this process, in the format of /proc/self/maps."""
        with open(os.open("self/maps", os.O_RDONLY, dir_fd=self._proc)) as file:
            return file.read()

    def _write(self, path, text):
        fd = os.open(path, os.O_WRONLY, dir_fd=self._proc)
        try:
            os.write(fd, text.encode())
        finally:
            os.close(fd)


def enter(at, uid, gid, build_root):
    """
    Returns, as process 1 of the new namespaces, the `Ids` for nested ones.

    Root builds the file system before it drops to `uid`, because only root can read a checkout in its home. An ordinary
    user builds it afterwards, with the capabilities that it has in its own namespace.
    """
    linux.die_with_parent()
    ids = Ids()
    if os.geteuid() == 0:
        linux.unshare(linux.NEWNS)
        linux.make_mounts_private()
        build_root()
        linux.enter_root(at)
        _set_user(uid, gid)
        linux.unshare(_EVERY_NAMESPACE)
        ids.map(uid, gid)
    else:
        outside = os.getuid(), os.getgid()
        linux.unshare(_EVERY_NAMESPACE)
        ids.map(*outside)
        linux.make_mounts_private()
        build_root()
        linux.enter_root(at)
    _fork_first_process()
    return ids


def _set_user(uid, gid):
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    # A change of user makes /proc/self, which has the id maps, owned by root, and clears PDEATHSIG.
    linux.prctl(linux.PR_SET_DUMPABLE, 1)
    linux.die_with_parent()


def _fork_first_process():
    """The caller of unshare stays outside the new PID namespace. Its child is process 1; the caller waits for it."""
    pid = os.fork()
    if pid == 0:
        linux.die_with_parent()
        linux.set_hostname("box")
        return
    os.closerange(0, 2)
    status = os.waitpid(pid, 0)[1]
    os._exit(os.waitstatus_to_exitcode(status) & 255)
