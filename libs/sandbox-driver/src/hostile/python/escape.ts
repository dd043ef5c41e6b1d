import { attacks } from '../attack';

const TRIED = `import os
def tried(*acts):
    results = []
    for act in acts:
        try:
            act()
            results.append('done')
        except BaseException: results.append('refused')
    return results
`;

export const ESCAPE = attacks('python', 'escape', {
  'reads files of the host by many paths': {
    expected: [],
    control: 'outside',
    source: `import os
names = ['/etc/passwd', '/etc/hostname', '/proc/self/root/etc/passwd', '/proc/1/root/etc/passwd', '/dev/fd/../../etc/passwd',
    '../../../../../etc/passwd', '/srv', '/etc/shadow', '/var/log/dpkg.log', '{canary}', '/box/../../etc/shadow']
def solve():
    seen = []
    for name in names:
        try: seen.append(open(name, 'rb').read().decode('latin1')[:40])
        except OSError: pass
    return [text for text in seen if not text.startswith('box:')]`,
  },
  'follows symlinks that it made': {
    expected: [],
    control: 'outside',
    source: `import os
def solve():
    seen = []
    for place, target in enumerate(['/proc/self/cwd/../etc/passwd', '/etc/passwd', '../' * 9 + 'etc/passwd', '{canary}']):
        os.symlink(target, f'link{place}')
        try: seen.append(open(f'link{place}').read(9))
        except OSError: pass
    return [text for text in seen if not text.startswith('box:')]`,
  },
  'escapes a chroot by a directory descriptor': {
    expected: ['refused', 'refused'],
    source: `${TRIED}
def climb():
    above = os.open('/', os.O_RDONLY)
    os.mkdir('cell')
    os.chroot('cell')
    os.fchdir(above)
    for _ in range(20): os.chdir('..')
    os.chroot('.')
def solve(): return tried(climb, lambda: open('/etc/shadow'))`,
  },
  'connects to listeners on the host': {
    expected: ['refused', 'refused', 'refused', 'refused'],
    control: 'outside',
    source: `${TRIED}
import socket
def connect(family, address): socket.socket(family).connect(address)
def datagram(): socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', {tcp}))
def solve(): return tried(lambda: connect(socket.AF_INET, ('127.0.0.1', {tcp})), lambda: connect(socket.AF_UNIX, '{path}'),
    lambda: connect(socket.AF_UNIX, chr(0) + '{abstract}'), datagram)`,
  },
  'reconnects the sockets that it was given': {
    expected: ['refused', 'refused', 'refused', 'refused'],
    source: `${TRIED}
import socket
def given(number): return socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, fileno=os.dup(number))
def solve(): return tried(lambda: given(3).connect(chr(0) + '{abstract}'), lambda: given(1).bind('mine'),
    lambda: given(2).listen(), lambda: given(3).accept())`,
  },
  'looks for inherited file descriptors': {
    expected: [0, 1, 2, 3],
    source: `import os
def is_open(number):
    try: return bool(os.fstat(number))
    except OSError: return False
def solve(): return [number for number in range(4096) if is_open(number)]`,
  },
  'looks for descriptors passed over its channel': {
    expected: 'denied',
    source: `import array, os, socket
def solve():
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, fileno=os.dup(3))
    channel.setblocking(False)
    try: return len(channel.recvmsg(1, socket.CMSG_SPACE(64))[1])
    except BlockingIOError: return 'nothing'
    except PermissionError: return 'denied'`,
  },
  'starts programs by every function of the library': {
    expected: Array(6).fill('refused'),
    control: 'outside',
    source: `${TRIED}
import subprocess, multiprocessing, pty, concurrent.futures
def check(status):
    if status != 0: raise OSError
def pooled():
    with concurrent.futures.ProcessPoolExecutor(1) as pool: pool.submit(len, 'a').result()
def child():
    process = multiprocessing.Process(target=int)
    process.start()
    process.join()
def solve(): return tried(lambda: subprocess.run(['/bin/true'], check=True), lambda: check(os.system('/bin/true')),
    lambda: os.popen('/bin/true').close(), child, pooled,
    lambda: check(os.spawnv(os.P_WAIT, '/bin/true', ['true'])))`,
  },
  'executes the dynamic loader': {
    expected: ['refused', 'refused', 'refused'],
    source: `${TRIED}
def solve():
    with open('own', 'w') as file: file.write('#!/usr/bin/python3')
    os.chmod('own', 0o777)
    return tried(lambda: os.execv('/lib64/ld-linux-x86-64.so.2', ['ld', '/usr/bin/id']), lambda: os.execv('own', ['own']),
        lambda: os.execve(os.open('own', os.O_RDONLY), ['own'], {}))`,
  },
  'makes a system call by int 0x80': {
    ends: [{ kind: 'forbiddenCall' }, { kind: 'signalled', signal: 'SIGSEGV' }],
    source: `import ctypes, mmap
def solve():
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(bytes([0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3]))
    return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()`,
  },
  'makes a system call of the x32 ABI': {
    ends: [{ kind: 'forbiddenCall' }],
    source: `import ctypes
def solve(): return ctypes.CDLL(None).syscall(0x40000000 | 39)`,
  },
  'signals all process ids': {
    expected: [],
    source: `import os
def solve():
    reached = []
    for target in [-1, 0, 1, os.getppid(), {sentinel}, *range(2, 3000)]:
        for number in (0, 15) if target in (0, 1) else (0, 15, 9):
            try:
                if target in (0, 1): continue
                os.kill(target, number)
                reached.append(target)
            except OSError: pass
    return [target for target in reached if target > 1]`,
  },
  'modifies a file of the host': {
    expected: Array(5).fill('refused'),
    source: `${TRIED}
def solve(): return tried(lambda: open('{canary}', 'w'), lambda: os.truncate('{canary}', 0), lambda: os.remove('{canary}'),
    lambda: os.rename('solution.py', '{canary}'), lambda: os.link('{canary}', 'mine'))`,
  },
  'becomes another user': {
    expected: Array(5).fill('refused'),
    source: `${TRIED}
def solve(): return tried(lambda: os.setuid(0), lambda: os.setresuid(0, 0, 0), lambda: os.setgroups([0]),
    lambda: os.chown('solution.py', 0, 0), lambda: os.setgid(0))`,
  },
});
