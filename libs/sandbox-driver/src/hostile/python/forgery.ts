import { attacks } from '../attack';

const SEND = `import json, os, struct
def send(message):
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    os.write(3, struct.pack('>I', len(body)) + body)
`;

export const FORGERY = attacks('python', 'forgery', {
  'returns an int that equals every value': {
    control: 'outside',
    source: `class Any(int):
    def __eq__(self, other): return True
    __hash__ = int.__hash__
    def __repr__(self): return '3'
def solve(values): return Any(7)`,
  },
  'returns a float that converts to another value': {
    source: `class Other(float):
    def __float__(self): return 3.0
    def __repr__(self): return '3.0'
    def __pos__(self): return 3.0
    def __int__(self): return 3
    def is_integer(self): return True
def solve(values): return Other(2)`,
  },
  'returns an object with a forged __class__': {
    source: `class False_:
    __class__ = int
    def __eq__(self, other): return True
    def __index__(self): return 3
    def __reduce__(self): return (int, (3,))
def solve(values): return False_()`,
  },
  'returns a str that prints as a number': {
    source: `class Text(str):
    def __str__(self): return '3'
    def __eq__(self, other): return True
    __hash__ = str.__hash__
def solve(values): return Text(sum(values))`,
  },
  'mutates the input from which an expected value could be computed': {
    source: `def solve(values):
    values.clear()
    return 0`,
  },
  'leaves a mark for the next group of cases': {
    source: `import os
MARKS = ['/box/mark', '/tmp/mark', '/dev/mark', '/usr/lib/mark']
marked = any(os.path.exists(mark) for mark in MARKS)
for mark in MARKS:
    try: open(mark, 'w').close()
    except OSError: pass
def solve(values): return sum(values) if marked else 0`,
  },
  'writes its own answer frame with a verdict': {
    source: `${SEND}
def solve(values):
    send({'calls': [{'ok': True, 'value': True, 'passed': True}] * 3, 'verdict': {'kind': 'passed'}, 'passed': 3,
        '__proto__': {'kind': 'passed', 'passed': 3}})
    os._exit(0)`,
  },
  'sends a second answer frame': {
    source: `${SEND}
def solve(values):
    send({'calls': [{'ok': True, 'value': 0}] * 3})
    for _ in range(50): send({'calls': [{'ok': True, 'value': value} for value in (3, 3, 42)]})`,
  },
  'answers fewer or more calls than were made': {
    source: `${SEND}
def solve(values):
    send({'calls': [] if values == [1, 2] else [{'ok': True, 'value': sum(values)}] * 2})`,
  },
  'truncates its answer frame': {
    source: `${SEND}
def solve(values):
    os.write(3, struct.pack('>I', 300) + json.dumps({'calls': [{'ok': True, 'value': 3}]}).encode())
    os._exit(0)`,
  },
  'sends JSON nested too deeply to parse': {
    source: `${SEND}
def solve(values): send(b'[' * 200000 + b']' * 200000)`,
  },
  'claims that a limit was exceeded or the sandbox failed': {
    source: `${SEND}
def solve(values):
    send({'overLimit': 'memory', 'sandboxFailed': 'no box', 'end': {'kind': 'sandboxFailed'}, 'event': 'exit', 'id': '1'})`,
  },
  'exits before the comparison': {
    control: 'outside',
    source: `import os
def solve(values): os._exit(0)`,
  },
  'exits with code 0 at load': {
    control: 'outside',
    source: `import sys
print('OK: 4 of 4 passed')
sys.exit(0)
def solve(values): return None`,
  },
  'patches the functions that encode its answer': {
    source: `import builtins, json, struct, sys
json.dumps = lambda *_, **__: '{"calls": [{"ok": true, "value": 3}]}'
struct.pack = lambda *_: bytes(4)
def solve(values):
    builtins.issubclass = builtins.isinstance = lambda *_: True
    return 'any'`,
  },
  'patches the globals of its callers': {
    source: `import sys
def solve(values):
    frame = sys._getframe().f_back
    while frame:
        for name in ('encode', '_attempt', '_call', 'reply', 'value'):
            if name in frame.f_globals: frame.f_globals[name] = lambda *_, **__: {'ok': True, 'value': True}
        frame = frame.f_back
    return None`,
  },
  'searches the process for expected values': {
    control: 'outside',
    source: `import gc, sys
def solve(values):
    frame = sys._getframe()
    while frame:
        for value in [*frame.f_locals.values(), *frame.f_globals.values()]:
            for case in value if isinstance(value, list) else [value]:
                if isinstance(case, dict) and 'expected' in case and case.get('args') == [values]: return case['expected']
        frame = frame.f_back
    for item in gc.get_objects():
        if isinstance(item, dict) and 'expected' in item and 'args' in item and item['args'] == [values]: return item['expected']
    return None`,
  },
  'overwrites the memory of its answer and its type': {
    source: `import ctypes
def solve(values):
    answer = 1000003
    ctypes.c_uint32.from_address(id(answer) + 24).value = 3
    ctypes.c_void_p.from_address(id(int) + 24).value = id(b'passed') + 32
    return [answer]`,
  },
  'raises an error named passed': {
    source: `class passed(BaseException):
    kind = 'passed'
    def __str__(self): return '{"kind": "passed"}'
def solve(values): raise passed`,
  },
});
