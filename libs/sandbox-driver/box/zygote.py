"""
A warm process that is forked once per program. The driver executes this file by its text, under the name `box/zygote.py`
and with its path as argument.

Frames read from stdin: the settings, then `{op: spawn, id, token}`, `{op: limit, id, cpuMs}` and `{op: kill, id}`. Frames written to stdout: `{event: ready, ...}` once, then `{event: exit, id, ...}` per child, and
`{event: stopped, id, cpuMs}` before a child is killed. These events can be trusted, because the zygote never reads
anything that a program or its author wrote.
"""

import importlib.machinery
import math
import os
import resource
import select
import signal
import sys
import time

_TOP = os.path.dirname(os.path.dirname(os.path.abspath(sys.argv[1])))


class _Loader(importlib.machinery.SourceFileLoader):
    """
    Compiles our modules under their paths within `_TOP`. A program can print tracebacks and warnings that name our
    frames, and must not learn paths of the host from them.
    """

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return compile(self.get_data(path), os.path.relpath(path, _TOP), "exec", dont_inherit=True)


def _finder(folder):
    if folder != _TOP and not folder.startswith(f"{_TOP}/box"):
        raise ImportError
    return importlib.machinery.FileFinder(folder, (_Loader, [".py"]))


sys.path_hooks.insert(0, _finder)
sys.path.insert(0, _TOP)
sys.dont_write_bytecode = True

from box import compact, frames, jail, linux, namespaces, profiles  # noqa: E402


_CPU_POLL_MS = 50


class Zygote:
    def __init__(self, settings):
        self._profile = profiles.find(settings["profile"])
        self._sockets = os.open(settings["sockets"], os.O_PATH | os.O_DIRECTORY)
        self._cgroups = [os.open(folder, os.O_PATH | os.O_DIRECTORY) for folder in settings["cgroups"]]
        self._filter = self._profile.filter()
        self._ids = namespaces.enter(
            settings["root"], settings["uid"], settings["gid"], lambda: self._profile.build_root(settings)
        )
        self._own_pid_namespace = os.pidfd_open(os.getpid())
        self._children = {}
        self._cpu_limits = {}
        self._pending = {}
        self._poll = select.poll()

    def warm_up(self):
        """Imports what programs use, in the environment that they get."""
        os.environ.clear()
        os.environ.update(self._profile.environment)
        versions = self._profile.warm_up()
        compact.merge_mappings(self._ids.mappings())
        self._address_bytes = self._ids.address_bytes()
        frames.write(1, {"event": "ready", "versions": versions})

    def serve(self):
        self._poll.register(0, select.POLLIN)
        while True:
            # A fork takes longer than any other order, so it is done when no other order is waiting.
            events = self._poll.poll(0 if self._pending else _CPU_POLL_MS if self._cpu_limits else None)
            for fd, _ in events:
                if fd == 0:
                    self._on_order(frames.read(0))
                else:
                    self._report(fd)
            self._enforce_cpu_limits()
            if self._pending and not events:
                name = next(iter(self._pending))
                self._spawn(name, self._pending.pop(name))

    def _on_order(self, order):
        if order is None:
            os._exit(0)
        if order["op"] == "spawn":
            self._pending[order["id"]] = order["token"]
            return
        if order["op"] == "kill" and self._pending.pop(order["id"], None):
            self._send_exit(order["id"], signal.SIGKILL)
            return
        for pidfd, (name, pid) in self._children.items():
            if name == order["id"]:
                self._execute(pidfd, pid, order)

    def _execute(self, pidfd, pid, order):
        """Fails with ESRCH, which is ignored, if the child has exited but was not reported yet."""
        try:
            if order["op"] == "limit":
                # The kernel enforces whole seconds only; this process does the rest, unless it is busy or gone.
                seconds = math.ceil(order["cpuMs"] / 1000)
                resource.prlimit(pid, resource.RLIMIT_CPU, (seconds, seconds))
                self._cpu_limits[pidfd] = order["cpuMs"]
            else:
                # CPU time is sent before the kill: tearing down a process takes longer than most programs run.
                frames.write(1, {"event": "stopped", "id": order["id"], "cpuMs": _cpu_ms(pid)})
                signal.pidfd_send_signal(pidfd, signal.SIGKILL)
        except OSError:
            return

    def _enforce_cpu_limits(self):
        for pidfd, limit in list(self._cpu_limits.items()):
            try:
                if _cpu_ms(self._children[pidfd][1]) > limit:
                    signal.pidfd_send_signal(pidfd, signal.SIGKILL)
                    del self._cpu_limits[pidfd]
            except OSError:
                del self._cpu_limits[pidfd]

    def _spawn(self, name, token):
        linux.unshare(linux.NEWPID)
        pid = os.fork()
        if pid == 0:
            self._become_box(name, token)
        # Returns to the zygote's PID namespace for children, because the kernel refuses a second unshare without it.
        linux.setns(self._own_pid_namespace, linux.NEWPID)
        pidfd = os.pidfd_open(pid)
        self._children[pidfd] = (name, pid)
        self._poll.register(pidfd, select.POLLIN)

    def _become_box(self, name, token):
        try:
            linux.die_with_parent()
            jail.join_cgroups(self._cgroups, name)
            jail.unshare_namespaces(self._ids)
            jail.open_channels(self._sockets, token)
            self._profile.before_filter()
            jail.drop_privileges(self._filter)
            self._profile.run(self._address_bytes)
        except BaseException as error:
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        os._exit(97)

    def _report(self, pidfd):
        name, pid = self._children.pop(pidfd)
        self._cpu_limits.pop(pidfd, None)
        self._poll.unregister(pidfd)
        _, status, usage = os.wait4(pid, 0)
        os.close(pidfd)
        self._send_exit(name, status, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss * 1024)

    def _send_exit(self, name, status, cpu_ms=0, resident_bytes=0):
        frames.write(
            1,
            {
                "event": "exit",
                "id": name,
                "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
                "code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
                "cpuMs": cpu_ms,
                "residentBytes": resident_bytes,
            },
        )


def _cpu_ms(pid):
    """Reads the CPU clock of another process; the kernel derives the clock id from the pid."""
    return time.clock_gettime((~pid << 3) | 2) * 1000


def main():
    zygote = Zygote(frames.read(0))
    zygote.warm_up()
    zygote.serve()


main()
