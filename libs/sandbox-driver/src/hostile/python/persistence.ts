import { attacks } from '../attack';

const FOLDERS =
  "['.', '/', '/etc', '/box', '/tmp', '/dev', '/dev/shm', '/usr', '/usr/lib', '/empty', '/usr/lib/python3']";

export const PERSISTENCE = attacks('python', 'persistence', {
  'leaves a file in every directory': {
    control: 'outside',
    source: `def solve():
    for folder in ['.', '/', '/etc', '/box', '/dev', '/usr', '/usr/lib', '/empty', '/usr/lib/python3'][: 99 if __name__ != '__main__' else 1]:
        try: open(folder + '/evil.txt', 'w').write('LEAK')
        except OSError: pass`,
    next: {
      expected: [],
      source: `import os
def solve(): return [folder for folder in ${FOLDERS} if os.path.exists(folder + '/evil.txt')]`,
    },
  },
  'patches built-ins': {
    control: 'outside',
    source: `import builtins, math
def solve():
    builtins.sorted = lambda *_, **__: [0]
    math.floor = lambda _: 7
    builtins.__import__ = (lambda real: lambda name, *rest: real(name, *rest))(__import__)`,
    next: {
      expected: [[1, 2], 1, 'builtin_function_or_method'],
      source: `import math
def solve(): return [sorted([2, 1]), math.floor(1.5), type(__import__).__name__]`,
    },
  },
  'installs an import hook': {
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
      expected: [false, 0, false],
      source: `import sys
def solve():
    try: import colorsys, tabnanny
    except ImportError: pass
    return ['hostile_module' in sys.modules, getattr(sys, 'hostile_seen', 0), '/tmp' in sys.path[:1]]`,
    },
  },
  'writes modules that a later process would import': {
    control: 'outside',
    source: `import os
def solve():
    for name in ('sitecustomize.py', 'usercustomize.py', 'json.py', 'hostile_later.py'):
        for folder in ('.', '/usr/lib/python3', '/usr/lib/python3/dist-packages')[: 9 if __name__ != '__main__' else 1]:
            try: open(f'{folder}/{name}', 'w').write('HOSTILE = 1')
            except OSError: pass`,
    next: {
      expected: false,
      source: `def solve():
    try: import hostile_later
    except ImportError: return False
    return True`,
    },
  },
  'overwrites a cached int in memory': {
    control: 'outside',
    source: `import ctypes
def solve(): ctypes.c_uint32.from_address(id(213) + 24).value = 214`,
    next: {
      expected: 426,
      source: `def solve(): return sum([213, 213])`,
    },
  },
  'changes state of library modules': {
    control: 'outside',
    source: `import decimal, string
def solve():
    decimal.getcontext().prec = 2
    decimal.DefaultContext.prec = 2
    string.ascii_lowercase = 'evil'`,
    next: {
      expected: [28, 'abc'],
      source: `import decimal, string
def solve(): return [decimal.getcontext().prec, string.ascii_lowercase[:3]]`,
    },
  },
  'seeds the random generator': {
    control: 'outside',
    source: `import random
def solve(): random.seed(7)`,
    next: {
      expected: false,
      source: `import random
def solve(): return random.random() == random.Random(7).random()`,
    },
  },
  'continues after its answer by threads, timers and atexit': {
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
    expected: 1,
    next: {
      expected: [['solution.py'], 1],
      source: `import os, threading, time
def solve():
    time.sleep(0.2)
    return [os.listdir('/box'), threading.active_count()]`,
    },
  },
  'leaves an orphan process': {
    source: `import ctypes, os
def solve():
    libc = ctypes.CDLL(None)
    for number, *rest in ((57,), (58,), (56, 17, 0, 0, 0, 0), (435, 0, 0)):
        if libc.syscall(number, *rest) == 0:
            while True: pass
    return 'alone'`,
    expected: 'alone',
    next: {
      expected: [],
      source: `import os
def is_there(pid):
    try: os.kill(pid, 0)
    except OSError: return False
    return True
def solve(): return [pid for pid in range(2, 20000) if is_there(pid)]`,
    },
  },
  'removes its own directory': {
    source: `import os, shutil
def solve():
    os.chmod('/box', 0)
    os.umask(0o777)
    shutil.rmtree('/box', ignore_errors=True)
    os.chdir('/')
    os.environ.clear()
    return os.getcwd()`,
    expected: '/',
    next: {
      expected: ['/box', ['solution.py'], '/box', true],
      source: `import os
def solve():
    os.mkdir('sub')
    return [os.getcwd(), [name for name in os.listdir() if name != 'sub'], os.environ.get('HOME'), os.access('sub', os.W_OK)]`,
    },
  },
  'leaves keys, shared memory, queues and semaphores in the kernel': {
    expected: [-1, -1, -1, -1],
    source: `import ctypes
libc = ctypes.CDLL(None)
def solve(): return [libc.syscall(248, b'user', b'hostile', b'left', 4, -3), libc.syscall(29, 0x5150, 4096, 0o1666),
    libc.syscall(240, b'hostile', 66, 0o666, 0), libc.syscall(64, 0x5150, 1, 0o1666)]`,
  },
});
