import { attacks } from '../attack';

const VICTIM = `KEEP = ['PREVIOUS-' + 'SECRET-77'] * 3
class Holder: token = 'PREVIOUS-' + 'SECRET-77'
HELD = Holder()
def solve():
    local = ['PREVIOUS-' + 'SECRET-77' + str(n) for n in range(50)]
    globals()['kept'] = local
    return len(local)`;

/** Searches the readable pages near the heap and the arenas in place, and does not count its own needle. */
const SCAN = `import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
libc.sbrk.restype = ctypes.c_void_p
libc.memmem.restype = ctypes.c_void_p
libc.memmem.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_size_t]
PAGE = 4096
reader, writer = os.pipe()
def readable(page):
    if libc.write(writer, ctypes.c_void_p(page), ctypes.c_size_t(1)) != 1: return False
    os.read(reader, 1)
    return True
def count(start, needle, ignored):
    at, hits = start, 0
    while True:
        hit = libc.memmem(at, start + PAGE - at, needle, len(needle))
        if not hit: return hits
        hits += hit != ignored
        at = hit + 1
def solve():
    own = ('NWO-' + 'TERCES-24')[::-1] * 20
    previous = bytes('77-TERCES' + '-SUOIVERP', 'ascii')[::-1]
    ignored = ctypes.cast(ctypes.c_char_p(previous), ctypes.c_void_p).value
    top = libc.sbrk(0) & ~(PAGE - 1)
    arena = id(own) & ~(PAGE - 1)
    places = set(range(top - (96 << 20), top, PAGE)) | set(range(arena - (32 << 20), arena + (32 << 20), PAGE))
    pages = [page for page in places if readable(page)]
    found = sum(count(page, previous, ignored) for page in pages)
    return [len(pages) > 1000, any(count(page, b'42-SECRET-OWN', None) for page in pages), found]`;

const SLOW_VICTIM = {
  source: `import os, time
open('private.txt', 'w').write('VICTIM')
def solve():
    until = time.monotonic() + 1
    while time.monotonic() < until: time.sleep(0.01)
    return [open('private.txt').read(), sorted(os.listdir())]`,
  expected: ['VICTIM', ['private.txt', 'solution.py']],
};

export const SNOOPING = attacks('python', 'snooping', {
  'looks for a secret in os.environ, getenv and environ': {
    expected: [false, false, false],
    control: 'outside',
    source: `import ctypes, os
def solve():
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    environ = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, 'environ')
    raw, place = [], 0
    while environ and environ[place]:
        raw.append(environ[place])
        place += 1
    return ['{secret}' in os.environ.values(), libc.getenv(b'HOSTILE_SECRET') is not None, any(b'{secret}' in entry for entry in raw)]`,
  },
  'walks all gc objects for data of the previous program': {
    before: VICTIM,
    expected: 0,
    control: 'outside',
    source: `import gc
def solve():
    needle = '-SUOIVERP'[::-1]
    found = 0
    for item in gc.get_objects():
        try:
            if isinstance(item, (list, tuple)): found += sum(type(part) is str and part.startswith(needle) and len(part) > len(needle) for part in item)
        except Exception: pass
    return found`,
  },
  'searches its address space for data of the previous program': {
    before: VICTIM,
    expected: [true, true, 0],
    limits: { cpuMs: 20_000, wallMs: 40_000 },
    control: 'outside',
    source: SCAN,
  },
  'searches uninitialised memory': {
    before: VICTIM,
    expected: false,
    source: `import numpy
def solve():
    needle = b'77-TERCES-SUOIVERP'[::-1]
    return any(needle in numpy.empty(1 << power, dtype='u1').tobytes() for power in range(8, 26) for _ in range(20))`,
  },
  'looks for other processes': {
    concurrent: SLOW_VICTIM,
    expected: [],
    control: 'outside',
    source: `import os
def is_there(pid):
    try: os.kill(pid, 0)
    except PermissionError: return True
    except OSError: return False
    return True
def solve(): return [pid for pid in range(1, 40000) if pid != os.getpid() and is_there(pid)][:5]`,
  },
  'looks for files of a concurrent program': {
    concurrent: SLOW_VICTIM,
    expected: [],
    control: 'outside',
    source: `import glob, os
def solve():
    time_to_look = [glob.glob(pattern) for _ in range(20) for pattern in ('/tmp/*', '/box/*', '/box/*/*', '/dev/*', '*')]
    return sorted({os.path.basename(name) for names in time_to_look for name in names if 'private' in name})`,
  },
  'identifies the host': {
    expected: ['box', 'box', 'box', false, false],
    control: 'outside',
    source: `import getpass, os, platform, socket
def user():
    try: return getpass.getuser()
    except Exception: return 'nobody knows'
def solve(): return [platform.node(), os.uname().nodename, user(), os.path.exists('/etc/machine-id'), os.path.exists('/proc/cpuinfo')]`,
  },
  'loads datasets that questions are made from': {
    expected: ['refused', []],
    control: 'outside',
    source: `import glob
def load():
    import sklearn.datasets
    return len(sklearn.datasets.load_iris().target)
def solve():
    try: loaded = load()
    except BaseException: loaded = 'refused'
    return [loaded, [name for pattern in ('/data/*', '/usr/lib/python3/dist-packages/*/datasets/data/*.csv') for name in glob.glob(pattern)][:1]]`,
  },
  'reads the source of its callers': {
    expected: [],
    source: `import linecache, os, sys
def solve():
    read, frame = [], sys._getframe()
    while frame:
        name = frame.f_code.co_filename
        if os.path.basename(name) != 'solution.py' and os.path.exists(name): read.append(name)
        frame = frame.f_back
    return read`,
  },
  'searches frames and objects for data of the driver': {
    expected: [],
    source: `import gc, sys
def solve():
    found, frame = set(), sys._getframe().f_back
    while frame:
        for scope in (frame.f_locals, frame.f_globals):
            for name, value in list(scope.items()):
                if isinstance(value, str) and any(word in value for word in ('/tmp/box-' + 'test', 'hold' + 'out-')): found.add(name)
        frame = frame.f_back
    for item in gc.get_objects():
        if type(item) is dict and 'id' in item and 'token' in item: found.add(str(item)[:200])
    return sorted(found)`,
  },
});
