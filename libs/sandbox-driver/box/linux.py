"""System calls that Python's standard library lacks, through libc. Each raises OSError that names the call."""

import ctypes
import os
import struct

NEWNS, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = 0x20000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND = 1, 2, 4, 8, 32, 4096
MS_REC, MS_PRIVATE = 16384, 1 << 18
MNT_DETACH = 2
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 24, 38
SECCOMP_MODE_FILTER = 2
SIGKILL = 9
_SYS_PIVOT_ROOT = 155
_CAPABILITY_VERSION_3 = 0x20080522
_LAST_CAPABILITY = 63
_MADV_COLLAPSE = 25

_libc = ctypes.CDLL(None, use_errno=True)
_libc.malloc.restype = ctypes.c_void_p


class _Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p)]


def _check(result, purpose):
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{purpose}: {os.strerror(code)}")


def _bytes(text):
    return None if text is None else os.fsencode(text)


def unshare(flags):
    _check(_libc.unshare(flags), f"unshare {flags:#x}")


def setns(fd, kind):
    _check(_libc.setns(fd, kind), f"setns {kind:#x}")


def mount(source, target, kind=None, flags=0, options=None):
    flags = ctypes.c_ulong(flags)
    _check(
        _libc.mount(_bytes(source), _bytes(target), _bytes(kind), flags, _bytes(options)), f"mount {source} on {target}"
    )


def make_mounts_private():
    """Stops mount events from propagating between this namespace and the host's."""
    mount(None, "/", None, MS_REC | MS_PRIVATE)


def enter_root(path):
    """Makes the mount at `path` the root and detaches the old one, so that no path leads outside."""
    os.chdir(path)
    _check(_libc.syscall(_SYS_PIVOT_ROOT, b".", b"."), "pivot_root")
    _check(_libc.umount2(b".", MNT_DETACH), "umount old root")
    os.chdir("/")


def prctl(option, argument=0):
    zero = ctypes.c_ulong(0)
    _check(_libc.prctl(option, ctypes.c_ulong(argument), zero, zero, zero), f"prctl {option}")


def die_with_parent():
    """Call again after every fork and change of user: the kernel clears PDEATHSIG at both."""
    prctl(PR_SET_PDEATHSIG, SIGKILL)


def drop_capabilities():
    for capability in range(_LAST_CAPABILITY + 1):
        if _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break
    header = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    _check(_libc.capset(header, bytes(24)), "capset")


def set_hostname(name):
    _check(_libc.sethostname(name.encode(), len(name)), "sethostname")


def install_filter(program):
    """Installs a compiled seccomp program. It cannot be removed, and children inherit it."""
    buffer = ctypes.create_string_buffer(program, len(program))
    header = _Filter(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p).value)
    _check(_libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(header), 0, 0), "seccomp")


def allocate_on_heap(largest):
    """
    Raises malloc's mmap threshold, at most to 32 MB, so that blocks up to that size come from the heap. glibc raises
    the threshold by itself when a mapped block of that size is freed.
    """
    _libc.free(ctypes.c_void_p(_libc.malloc(ctypes.c_size_t(largest))))


def try_to_protect(start, size, rights):
    """Changes the protection of this process's own memory; a failure is ignored."""
    _libc.mprotect(ctypes.c_void_p(start), ctypes.c_size_t(size), rights)


def try_to_collapse(start, size):
    """Collapses a range into huge pages with MADV_COLLAPSE (Linux 6.1); an optimization, so a failure is ignored."""
    _libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(size), _MADV_COLLAPSE)
