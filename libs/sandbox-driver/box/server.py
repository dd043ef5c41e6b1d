"""
A PostgreSQL server in a jail. Started by the driver as `python3 -I server.py`. Reads its settings from stdin in one
frame, then `{pid, addressBytes}` for each backend to limit; exits when stdin closes. It listens on one Unix socket and
keeps its data on tmpfs.
"""

import os
import resource
import select
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from box import frames, jail, linux, namespaces, roots, seccomp_filter  # noqa: E402

_PROGRAMS = "/usr/postgres/bin"
_DATA = "/data/cluster"
_DISK = "size=640m,nr_inodes=65536,mode=700"
# Without /proc a program cannot find its own path, from which the loader would find its libraries.
_ENVIRONMENT = {"PATH": _PROGRAMS, "LD_LIBRARY_PATH": "/usr/postgres/lib", "LC_ALL": "C", "TZ": "UTC"}
_POLL_MS = 1000

# The cluster is deleted when the process exits, so nothing has to survive a crash.
_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_directories": "/sockets",
    "unix_socket_permissions": "0700",
    "dynamic_shared_memory_type": "mmap",
    "shared_buffers": "64MB",
    "max_connections": "24",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "32MB",
    "checkpoint_timeout": "1d",
    "autovacuum": "off",
    "jit": "off",
    "io_method": "sync",
    "max_worker_processes": "0",
    "max_parallel_workers": "0",
    "max_parallel_workers_per_gather": "0",
    "max_logical_replication_workers": "0",
    "max_prepared_transactions": "0",
    "temp_file_limit": "64MB",
    "track_activities": "off",
    "track_counts": "off",
    "log_min_messages": "fatal",
    "timezone": "UTC",
    "update_process_title": "off",
}


def main():
    settings = frames.read(0)
    program = seccomp_filter.build("server")
    groups = [os.open(folder, os.O_PATH | os.O_DIRECTORY) for folder in settings["cgroups"]]
    namespaces.enter(
        settings["root"],
        settings["uid"],
        settings["gid"],
        lambda: roots.postgres_root(settings["root"], settings["binaries"], settings["sockets"]),
    )
    jail.join_cgroups(groups, settings["name"])
    os.closerange(3, 1 << 16)
    linux.mount("tmpfs", "/data", "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, _DISK)
    _init_cluster()
    # Only initdb needs a shell. With one in reach, COPY ... TO PROGRAM could run commands.
    linux.mount("/dev/null", "/usr/bin/sh", None, linux.MS_BIND)
    _supervise(_start(program, settings["addressBytes"]))


def _init_cluster():
    options = ["-U", "holdout", "--auth=trust", "--no-sync", "--encoding=UTF8", "--wal-segsize=1"]
    locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    command = [f"{_PROGRAMS}/initdb", "-D", _DATA, *options, *locale]
    made = subprocess.run(command, env=_ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if made.returncode != 0:
        raise RuntimeError("initdb: " + made.stderr.decode(errors="replace").strip().replace("\n", " "))


def _start(program, address_bytes):
    pid = os.fork()
    if pid:
        return pid
    try:
        linux.die_with_parent()
        os.dup2(os.open("/dev/null", os.O_RDWR), 0)
        os.dup2(2, 1)
        limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_NPROC: 64, resource.RLIMIT_AS: address_bytes}
        jail.drop_privileges(program, limits)
        settings = [f"--{name}={value}" for name, value in _SETTINGS.items()]
        os.execve(f"{_PROGRAMS}/postgres", [f"{_PROGRAMS}/postgres", "-D", _DATA, *settings], _ENVIRONMENT)
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    os._exit(97)


def _supervise(pid):
    """Runs as process 1: exits with the driver or the server, limits backends on order, and reaps orphans."""
    poll = select.poll()
    poll.register(0, select.POLLIN)
    while True:
        if poll.poll(_POLL_MS):
            order = frames.read(0)
            if order is None:
                os._exit(0)
            _limit(order["pid"], order["addressBytes"])
        _reap_children(pid)


def _limit(pid, address_bytes):
    """Sets RLIMIT_AS from outside, so the backend cannot raise it. Ignores a backend that has exited."""
    try:
        resource.prlimit(pid, resource.RLIMIT_AS, (address_bytes, address_bytes))
    except OSError:
        return


def _reap_children(server):
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            os._exit(1)
        if pid == 0:
            return
        if pid == server:
            os._exit(os.waitstatus_to_exitcode(status) & 255)


main()
