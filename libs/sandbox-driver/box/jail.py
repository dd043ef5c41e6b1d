"""What a freshly forked child does to itself before it may see a program."""

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
    """Before the new user namespace: afterwards this process may no longer move itself."""
    for folder in folders:
        fd = _open_members(folder, name)
        os.write(fd, b"0")
        os.close(fd)


def _open_members(folder, name):
    """To move a process stops all forks of the machine for a while; to move the one thread it has, in version 1, does not."""
    try:
        return os.open(f"{name}/tasks", os.O_WRONLY, dir_fd=folder)
    except FileNotFoundError:
        return os.open(f"{name}/cgroup.procs", os.O_WRONLY, dir_fd=folder)


def enter_own_namespaces(ids):
    linux.unshare(linux.NEWUSER | linux.NEWNS | linux.NEWIPC | linux.NEWUTS)
    ids.map(BOX_ID, BOX_ID)
    options = f"size={DISK_BYTES},nr_inodes=4096,mode=700"
    linux.mount("tmpfs", "/box", "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, options)
    linux.set_hostname("box")


def open_channels(socket_folder, token):
    """
    Leaves exactly four descriptors: nothing to read from, standard output, standard error, and the channel.

    They lead to the driver directly, so that no submission ever passes through the zygote that later boxes are copied
    from.
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


def give_up_rights(seccomp_program, limits=None):
    """The order matters: dropping capabilities and setting limits are themselves calls that the filter refuses."""
    linux.drop_capabilities()
    os.setsid()
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    linux.prctl(linux.PR_SET_DUMPABLE, 0)
    for limit, value in (_LIMITS if limits is None else limits).items():
        resource.setrlimit(limit, (value, value))
    linux.install_filter(seccomp_program)
