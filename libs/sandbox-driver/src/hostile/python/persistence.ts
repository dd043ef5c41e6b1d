import { attacks } from '../attack';

const FOLDERS =
  "['.', '/', '/etc', '/box', '/tmp', '/dev', '/dev/shm', '/usr', '/usr/lib', '/empty', '/usr/lib/python3']";

export const PERSISTENCE = attacks('python', 'persistence', {
  'leaves a file wherever it can': {
    control: 'outside',
    source: `def solve():
    for folder in ['.', '/', '/etc', '/box', '/dev', '/usr', '/usr/lib', '/empty', '/usr/lib/python3'][: 99 if __name__ != '__main__' else 1]:
        try: open(folder + '/evil.txt', 'w').write('LEAK')
        except OSError: pass`,
    next: {
      saw: [],
      source: `import os
def solve(): return [folder for folder in ${FOLDERS} if os.path.exists(folder + '/evil.txt')]`,
    },
  },
  'patches what is built in': {
    control: 'outside',
    source: `import builtins, math
def solve():
    builtins.sorted = lambda *_, **__: [0]
    math.floor = lambda _: 7
    builtins.__import__ = (lambda real: lambda name, *rest: real(name, *rest))(__import__)`,
    next: {
      saw: [[1, 2], 1, 'builtin_function_or_method'],
      source: `import math
def solve(): return [sorted([2, 1]), math.floor(1.5), type(__import__).__name__]`,
    },
  },
  'puts itself in the way of every later import': {
    control: 'outside',
    source: `import sys, types
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        sys.hostile_seen = getattr(sys, 'hostile_seen', 0) + 1
def solve():
    sys.meta_path.insert(0, Finder)
    sys.modules['hostile_module'] = types.ModuleType('hostile_module')
    sys.path.insert(0, '/tmp')`,
    next: {
      saw: [false, 0, false],
      source: `import sys
def solve():
    try: import colorsys, tabnanny
    except ImportError: pass
    return ['hostile_module' in sys.modules, getattr(sys, 'hostile_seen', 0), '/tmp' in sys.path[:1]]`,
    },
  },
  'writes modules that a later start would load': {
    control: 'outside',
    source: `import os
def solve():
    for name in ('sitecustomize.py', 'usercustomize.py', 'json.py', 'hostile_later.py'):
        for folder in ('.', '/usr/lib/python3', '/usr/lib/python3/dist-packages')[: 9 if __name__ != '__main__' else 1]:
            try: open(f'{folder}/{name}', 'w').write('HOSTILE = 1')
            except OSError: pass`,
    next: {
      saw: false,
      source: `def solve():
    try: import hostile_later
    except ImportError: return False
    return True`,
    },
  },
  'changes a number that all programs share, in memory': {
    control: 'outside',
    source: `import ctypes
def solve(): ctypes.c_uint32.from_address(id(213) + 24).value = 214`,
    next: {
      saw: 426,
      source: `def solve(): return sum([213, 213])`,
    },
  },
  'changes constants of a library in place': {
    control: 'outside',
    source: `import decimal, string
def solve():
    decimal.getcontext().prec = 2
    decimal.DefaultContext.prec = 2
    string.ascii_lowercase = 'evil'`,
    next: {
      saw: [28, 'abc'],
      source: `import decimal, string
def solve(): return [decimal.getcontext().prec, string.ascii_lowercase[:3]]`,
    },
  },
  'fixes the dice': {
    control: 'outside',
    source: `import random
def solve(): random.seed(7)`,
    next: {
      saw: false,
      source: `import random
def solve(): return random.random() == random.Random(7).random()`,
    },
  },
  'goes on after its answer: threads, timers, and acts of the last moment': {
    source: `import atexit, os, signal, threading, time
def later():
    while True:
        try: open('/box/late.txt', 'a').write('x')
        except OSError: pass
        time.sleep(0.01)
def solve():
    atexit.register(later)
    signal.signal(signal.SIGALRM, lambda *_: open('/box/alarm.txt', 'w'))
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
    threading.Thread(target=later).start()
    return 1`,
    saw: 1,
    next: {
      saw: [['solution.py'], 1],
      source: `import os, threading, time
def solve():
    time.sleep(0.2)
    return [os.listdir('/box'), threading.active_count()]`,
    },
  },
  'leaves a process without parents': {
    source: `import ctypes, os
def solve():
    libc = ctypes.CDLL(None)
    for number, *rest in ((57,), (58,), (56, 17, 0, 0, 0, 0), (435, 0, 0)):
        if libc.syscall(number, *rest) == 0:
            while True: pass
    return 'alone'`,
    saw: 'alone',
    next: {
      saw: [],
      source: `import os
def is_there(pid):
    try: os.kill(pid, 0)
    except OSError: return False
    return True
def solve(): return [pid for pid in range(2, 20000) if is_there(pid)]`,
    },
  },
  'takes its own folder apart': {
    source: `import os, shutil
def solve():
    os.chmod('/box', 0)
    os.umask(0o777)
    shutil.rmtree('/box', ignore_errors=True)
    os.chdir('/')
    os.environ.clear()
    return os.getcwd()`,
    saw: '/',
    next: {
      saw: ['/box', ['solution.py'], '/box', true],
      source: `import os
def solve():
    os.mkdir('sub')
    return [os.getcwd(), [name for name in os.listdir() if name != 'sub'], os.environ.get('HOME'), os.access('sub', os.W_OK)]`,
    },
  },
  'leaves something with the kernel': {
    saw: [-1, -1, -1, -1],
    source: `import ctypes
libc = ctypes.CDLL(None)
def solve(): return [libc.syscall(248, b'user', b'hostile', b'left', 4, -3), libc.syscall(29, 0x5150, 4096, 0o1666),
    libc.syscall(240, b'hostile', 66, 0o666, 0), libc.syscall(64, 0x5150, 1, 0o1666)]`,
  },
});
