import { SHORT_WALL, SHORT_CPU, attacks, below, overLimit } from '../attack';

export const RESOURCES = attacks('python', 'resources', {
  'ignores every signal and sleeps': {
    limits: SHORT_WALL,
    ends: [overLimit('wall')],
    source: `import signal, time
for number in range(1, 32):
    if number not in (9, 19): signal.signal(number, signal.SIG_IGN)
def solve():
    while True: time.sleep(100)`,
  },
  'loops in native code that checks no signals': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu')],
    source: `import re
def solve(): return re.match('(a+)+$', 'a' * 40 + 'b')`,
  },
  'loops on several threads': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu')],
    source: `import hashlib, threading
data = bytes(10**7)
def burn():
    while True: hashlib.sha512(data)
def solve():
    for _ in range(8): threading.Thread(target=burn, daemon=True).start()
    burn()`,
  },
  'sends itself SIGSTOP': {
    limits: SHORT_WALL,
    ends: [overLimit('cpu'), overLimit('wall')],
    source: `import os
def solve():
    os.kill(os.getpid(), 19)
    while True: os.sched_yield()`,
  },
  'uses the CPU while another program runs': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu')],
    concurrent: { source: 'def solve(): return sum(n * n for n in range(1000))', expected: 332_833_500 },
    source: `def solve():
    while True: pass`,
  },
  'crashes in native code': {
    ends: [{ kind: 'signalled', signal: 'SIGSEGV' }],
    source: `import ctypes
def solve(): return ctypes.string_at(0)`,
  },
  'calls abort': {
    ends: [
      { kind: 'signalled', signal: 'SIGABRT' },
      { kind: 'signalled', signal: 'SIGSEGV' },
    ],
    source: `import os
def solve(): os.abort()`,
  },
  'computes a number that exceeds memory': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu'), overLimit('memory')],
    source: `def solve(): return 9 ** 9 ** 9 ** 9`,
  },
  'fills memory with bytes': {
    ends: [overLimit('memory')],
    control: 'outside',
    source: `def solve():
    held = [bytearray(b'x' * 10**7) for _ in range(40)]
    return 'done'`,
  },
  'fills memory with numpy arrays': {
    ends: [overLimit('memory')],
    source: `import numpy
def solve(): return float(sum(part.sum() for part in [numpy.ones(10**7) for _ in range(1000)]))`,
  },
  'unpacks a zip bomb': {
    ends: [overLimit('memory')],
    source: `import zlib
small = zlib.compress(b'0' * 10**7, 9)
def solve(): return len([zlib.decompress(small) for _ in range(1000)])`,
  },
  'recurses endlessly after raising the recursion limit': {
    limits: { cpuMs: 2000 },
    ends: [overLimit('memory'), overLimit('cpu'), { kind: 'signalled', signal: 'SIGSEGV' }],
    source: `import sys
sys.setrecursionlimit(10**9)
def again(n): return again(n + 1) + 1
def solve(): return again(0)`,
  },
  'starts a thousand threads': {
    expected: below(32),
    control: 'outside',
    source: `import threading, time
def solve():
    started = 0
    try:
        while started < 1000:
            threading.Thread(target=time.sleep, args=(2,), daemon=True).start()
            started += 1
    except RuntimeError: pass
    return started`,
  },
  'forks by several calls': {
    expected: below(1),
    control: 'outside',
    source: `import os
def solve():
    made = 0
    for way in (os.fork, os.forkpty, lambda: os.posix_spawn('/bin/true', ['true'], {})):
        try: child = way()
        except (OSError, TypeError): continue
        if child == 0 or isinstance(child, tuple) and child[0] == 0: os._exit(0)
        made += 1
    return made`,
  },
  'exhausts file descriptors': {
    expected: below(257),
    control: 'outside',
    source: `import os
def solve():
    opened = []
    try:
        while len(opened) < 900: opened.append(os.pipe())
    except OSError: pass
    for ends in opened: os.close(ends[0])
    return 2 * len(opened)`,
  },
  'fills the tmpfs with bytes': {
    expected: below(70_000_000),
    control: 'outside',
    source: `import os
def solve():
    written = 0
    try:
        for place in range(10):
            with open(f'fill{place}', 'wb', buffering=0) as file:
                for _ in range(10): written += file.write(b'x' * 10**6)
    except OSError: pass
    return written`,
  },
  'fills the tmpfs with inodes': {
    expected: below(4097),
    control: 'outside',
    source: `import os
def solve():
    made = 0
    os.mkdir('many')
    try:
        while made < 6000:
            os.symlink('nowhere', f'many/{made}')
            made += 1
    except OSError: pass
    return made`,
  },
  'creates a sparse file of 1 TB': {
    expected: 27,
    source: `def solve():
    try: open('sparse', 'wb').truncate(10**12)
    except OSError as error: return error.errno`,
  },
  'prints endlessly': {
    ends: [overLimit('output')],
    source: `import sys
def solve():
    while True: print('x' * 100000, file=sys.stderr)`,
  },
  'announces a frame of 1 GB and sends none': {
    ends: [overLimit('output')],
    source: `import os, time
def solve():
    os.write(3, (1 << 30).to_bytes(4, 'big'))
    time.sleep(60)`,
  },
  'returns an answer over the output limit': {
    ends: [overLimit('output')],
    source: `def solve(): return 'x' * 5_000_000`,
  },
  'lowers its own CPU limit, to look as if killed from outside': {
    // On a busy machine the wall-time limit may come first.
    ends: [overLimit('cpu'), overLimit('wall')],
    source: `import resource
def solve():
    try: resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
    except (OSError, ValueError): pass
    while True: pass`,
  },
});
