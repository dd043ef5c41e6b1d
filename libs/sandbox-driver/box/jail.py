"""Isolates a freshly forked child, before it may read a program."""

import fcntl
import os
import resource
import socket

from . import linux
from .namespaces import BOX_ID

DISK_BYTES = 64 << 20
_LIMITS = {
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_NPROC: 16,
    resource.RLIMIT_FSIZE: 32 << 20,
    resource.RLIMIT_NOFILE: 256,
    resource.RLIMIT_MEMLOCK: 0,
    resource.RLIMIT_MSGQUEUE: 0,
    resource.RLIMIT_NICE: 0,
    resource.RLIMIT_SIGPENDING: 64,
}
_FIRST_FREE = 10
CHANNEL = 3


def join_cgroups(folders, name):
    """Must run before the child has its own user namespace, in which it may no longer write to the cgroup."""
    for folder in folders:
        fd = _open_members(folder, name)
        os.write(fd, b"0")
        os.close(fd)


def _open_members(folder, name):
    """Version 1: `tasks` moves one thread. `cgroup.procs` would take a lock that blocks all forks on the host."""
    try:
        return os.open(f"{name}/tasks", os.O_WRONLY, dir_fd=folder)
    except FileNotFoundError:
        return os.open(f"{name}/cgroup.procs", os.O_WRONLY, dir_fd=folder)


def unshare_namespaces(ids):
    linux.unshare(linux.NEWUSER | linux.NEWNS | linux.NEWIPC | linux.NEWUTS)
    ids.map(BOX_ID, BOX_ID)
    options = f"size={DISK_BYTES},nr_inodes=4096,mode=700"
    linux.mount("tmpfs", "/box", "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, options)
    linux.set_hostname("box")


def open_channels(socket_folder, token):
    """
    Leaves exactly four file descriptors: an empty stdin, stdout, stderr, and the channel.

    They are connected to the driver directly. The zygote never sees a submission, so it cannot leak one to later boxes.
    """
    os.fchdir(socket_folder)
    fds = [_connect(token, channel) for channel in ("out", "err", "answer")]
    os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
    for number, fd in enumerate(fds, start=1):
        os.dup2(fd, number)
    os.closerange(CHANNEL + 1, 1 << 20)
    os.chdir("/box")


def _connect(token, channel):
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect("s")
        connection.sendall(f"{token} {channel}\n".encode())
        return fcntl.fcntl(connection.fileno(), fcntl.F_DUPFD, _FIRST_FREE)


def drop_privileges(seccomp_program, limits=None):
    """The order matters: the filter denies the calls that drop capabilities and set limits."""
    linux.drop_capabilities()
    os.setsid()
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    linux.prctl(linux.PR_SET_DUMPABLE, 0)
    for limit, value in (_LIMITS if limits is None else limits).items():
        resource.setrlimit(limit, (value, value))
    linux.install_filter(seccomp_program)
