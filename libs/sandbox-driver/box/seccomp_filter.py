"""Seccomp programs. All are allow-lists: other system calls fail with EPERM, so new ones are denied by default."""

import errno
import os
import resource

import seccomp
from seccomp import ALLOW, EQ, ERRNO, MASKED_EQ, NE, Arg

_CLONE_THREAD = 0x10000
_CLONE_NEW_NAMESPACES = 0x80 | 0x20000 | 0x2000000 | 0x4000000 | 0x8000000 | 0x10000000 | 0x20000000 | 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NAME, _PR_GET_NAME, _AF_UNIX = 1, 15, 16, 1
_SOCK_STREAM, _SOCK_TYPE_MASK, _MSG_OOB = 1, 0xF, 1

_FILES = """read write readv writev pread64 pwrite64 preadv pwritev close lseek fstat newfstatat stat lstat statx access
faccessat faccessat2 open openat creat getdents64 getcwd chdir fchdir mkdir mkdirat rmdir unlink unlinkat rename renameat
renameat2 ftruncate truncate fallocate fsync fdatasync readlink readlinkat symlink symlinkat link linkat chmod fchmod
fchmodat umask utimensat fcntl flock dup dup2 dup3 pipe pipe2 statfs fstatfs copy_file_range sendfile fadvise64"""
_MEMORY = "mmap munmap mremap mprotect madvise brk mincore msync membarrier"
_PROCESS = """futex set_robust_list get_robust_list rseq set_tid_address gettid getpid getppid getpgid getpgrp getsid getuid
geteuid getgid getegid getgroups getresuid getresgid sched_getaffinity sched_yield sched_getparam sched_getscheduler
arch_prctl getrandom uname sysinfo getrusage getrlimit exit exit_group restart_syscall getcpu"""
_SIGNALS_AND_TIME = """rt_sigaction rt_sigprocmask rt_sigreturn rt_sigtimedwait rt_sigpending rt_sigsuspend sigaltstack
kill tgkill tkill wait4 waitid clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times alarm setitimer
getitimer"""
_WAITING = """poll ppoll select pselect6 epoll_create1 epoll_ctl epoll_wait epoll_pwait eventfd2"""
# For sockets that are already open: none of these creates or connects one.
_OPEN_SOCKETS = "shutdown getsockopt getsockname getpeername"
_MESSAGES = "recvfrom sendto recvmsg sendmsg"
_COMMON = f"{_FILES} {_MEMORY} {_PROCESS} {_SIGNALS_AND_TIME} {_WAITING} {_OPEN_SOCKETS}"
_SERVER = """fork vfork execve setsid setpgid bind listen accept accept4 connect setsockopt socketpair epoll_create
shmget shmat shmdt shmctl semget semop semctl semtimedop sync_file_range getpriority setpriority chown fchown lchown
signalfd4 sync syncfs"""

# TCGETS FIONREAD FIONBIO FIONCLEX FIOCLEX TIOCGWINSZ. Not TIOCSTI, which injects input into another terminal.
_ALLOWED_IOCTLS = (0x5401, 0x541B, 0x5421, 0x5450, 0x5451, 0x5413)


def build(profile):
    """The compiled program for `nofork` (threads only), `node` (threads and one exec) or `server` (PostgreSQL)."""
    program = seccomp.SyscallFilter(ERRNO(errno.EPERM))
    for name in _COMMON.split():
        program.add_rule(ALLOW, name)
    for request in _ALLOWED_IOCTLS:
        program.add_rule(ALLOW, "ioctl", Arg(1, EQ, request))
    program.add_rule(ERRNO(errno.ENOTTY), "ioctl", Arg(1, EQ, 0x5402))
    # Only for itself, and not RLIMIT_CPU: by lowering it, a program could die as if it had been killed from outside.
    program.add_rule(ALLOW, "prlimit64", Arg(0, EQ, 0), Arg(1, NE, resource.RLIMIT_CPU))
    program.add_rule(ALLOW, "prlimit64", Arg(0, EQ, 0), Arg(2, EQ, 0))
    program.add_rule(ALLOW, "setrlimit", Arg(0, NE, resource.RLIMIT_CPU))
    for option in (_PR_SET_NAME, _PR_GET_NAME):
        program.add_rule(ALLOW, "prctl", Arg(0, EQ, option))
    # clone3 passes its flags by pointer, which seccomp cannot inspect. On ENOSYS glibc falls back to clone.
    program.add_rule(ERRNO(errno.ENOSYS), "clone3")
    _ADDITIONS[profile](program)
    return _compiled(program)


def _threads_only(program):
    both = _CLONE_NEW_NAMESPACES | _CLONE_THREAD
    program.add_rule(ALLOW, "clone", Arg(0, MASKED_EQ, both, _CLONE_THREAD))


def _nofork(program):
    """
    With a pair of stream sockets, which asyncio needs. They are connected to each other, so no address can be given. They
    carry bytes only: without sendmsg no descriptor, and no out-of-band byte, the parts of Unix sockets that had holes.
    """
    _threads_only(program)
    stream = Arg(1, MASKED_EQ, _SOCK_TYPE_MASK, _SOCK_STREAM)
    program.add_rule(ALLOW, "socketpair", Arg(0, EQ, _AF_UNIX), stream, Arg(2, EQ, 0))
    for name in ("recvfrom", "sendto"):
        program.add_rule(ALLOW, name, Arg(3, MASKED_EQ, _MSG_OOB, 0))


def _node(program):
    _threads_only(program)
    for name in (*_MESSAGES.split(), "execve", "epoll_create", "capget", "pkey_alloc", "sched_setaffinity"):
        program.add_rule(ALLOW, name)


def _server(program):
    program.add_rule(ALLOW, "clone", Arg(0, MASKED_EQ, _CLONE_NEW_NAMESPACES, 0))
    program.add_rule(ALLOW, "prctl", Arg(0, EQ, _PR_SET_PDEATHSIG))
    program.add_rule(ALLOW, "socket", Arg(0, EQ, _AF_UNIX))
    for name in (*_MESSAGES.split(), *_SERVER.split()):
        program.add_rule(ALLOW, name)


_ADDITIONS = {"nofork": _nofork, "node": _node, "server": _server}


def _compiled(program):
    fd = os.memfd_create("filter")
    with os.fdopen(fd, "wb+") as file:
        program.export_bpf(file)
        file.seek(0)
        return file.read()
