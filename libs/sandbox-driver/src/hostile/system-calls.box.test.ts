import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { aPythonProgram, aSandbox, solveUnsandboxed, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

/** A probe reports `reached` or `refused …`. The control runs it outside a box; `untried` if that would do harm. */
type Probe = readonly [name: string, act: string, outside: 'reached' | 'untried'];

const PREAMBLE = `
import ctypes, os, resource, signal, socket, sys
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), 'refused')
def forked():
    pid = os.fork()
    if pid == 0: os._exit(0)
    os.waitpid(pid, 0)
def spawned(*command):
    import subprocess
    subprocess.run(command, capture_output=True, check=True)
def paired(act):
    one, other = socket.socketpair()
    act(one, other)
def written(path):
    open(path, 'w').close()
    os.remove(path)
def connected(family, address):
    with socket.socket(family) as connection: connection.connect(address)
`;

const READS: readonly Probe[] = [
  ...['/proc/self/environ', '/proc/1/status', '/proc/self/maps', '/etc/hostname', '/etc/shadow', '/etc/os-release'].map(
    (path): Probe => [`reads ${path}`, `open('${path}', 'rb').read(10)`, 'reached'],
  ),
  ...['/proc', '/sys', '/root', '/home', '/var', '/usr/bin', '/usr/local', '/usr/share/doc', '/run'].map(
    (path): Probe => [`lists ${path}`, `os.listdir('${path}')`, 'reached'],
  ),
  ['leaves its directory by ..', "os.listdir('../../../../root')", 'untried'],
  ['follows a symlink that it made', "(os.symlink('/etc/shadow', './l'), open('./l').read())", 'untried'],
];

const WRITES: readonly Probe[] = [
  ...['/usr', '/usr/lib', '/etc', '/dev'].map((path): Probe => [
    `writes to ${path}`,
    `written('${path}/holdout-probe')`,
    'reached',
  ]),
  ['writes to the root', "written('/holdout-probe')", 'reached'],
  ['writes to a package', "written('/usr/lib/python3/dist-packages/holdout_probe.py')", 'reached'],
  ['creates a device', "os.mknod('./device', 0o60666, os.makedev(254, 0))", 'untried'],
  ['hard-links a library file', "os.link('/usr/lib/python3.11/os.py', './os.py')", 'untried'],
  ['calls chroot', "os.chroot('.')", 'untried'],
];

const PROCESSES: readonly Probe[] = [
  ['forks', 'forked()', 'reached'],
  ['starts a shell', "spawned('/bin/sh', '-c', 'true')", 'reached'],
  ['calls execve', "call(59, b'/usr/bin/true', 0, 0)", 'untried'],
  ['signals its parent', 'os.kill(os.getppid() or 99999, 0)', 'reached'],
  ['signals other processes', '[os.kill(pid, 0) for pid in range(2, 300)]', 'untried'],
  ['kills all processes', 'os.kill(-1, 9)', 'untried'],
  ['calls ptrace', 'call(101, 0, 0, 0, 0)', 'reached'],
  ['reads the memory of its parent', 'call(310, os.getppid() or 1, 0, 0, 0, 0, 0)', 'untried'],
  ['takes a descriptor of another process', 'call(438, 3, 0, 0)', 'untried'],
  ['becomes root', 'os.setuid(0)', 'reached'],
];

const NAMESPACES: readonly Probe[] = [
  ...Object.entries({ user: 0x10000000, mount: 0x20000, network: 0x40000000, process: 0x20000000 }).map(
    ([name, flag]): Probe => [`creates a ${name} namespace`, `call(272, ${flag})`, 'reached'],
  ),
  ['creates a user namespace by clone', 'call(56, 0x10000000 | 17, 0, 0, 0, 0)', 'untried'],
  ['uses clone3', 'call(435, 0, 0)', 'untried'],
  ['enters a namespace', 'call(308, 3, 0)', 'untried'],
  ['mounts', "call(165, b't', b'/box', b'tmpfs', 0, 0)", 'untried'],
  ['opens a file system', "call(430, b'tmpfs', 0)", 'reached'],
  ['copies a mount', "call(428, -100, b'/', 1)", 'reached'],
  ['unmounts its directory', "call(166, b'/box', 2)", 'untried'],
  ['calls pivot_root', "call(155, b'.', b'.')", 'untried'],
];

const KERNEL: readonly Probe[] = [
  ['keyring', 'call(250, 0, -3, 0)', 'reached'],
  ['add_key', "call(248, b'user', b'x', b'y', 1, -3)", 'reached'],
  ['perf events', 'call(298, ctypes.create_string_buffer(b"\\0" * 4 + b"\\x70", 112), 0, -1, -1, 0)', 'untried'],
  ['userfaultfd', 'call(323, 0)', 'untried'],
  ['io_uring', 'call(425, 8, ctypes.create_string_buffer(120))', 'untried'],
  ['memfd', "call(319, b'x', 0)", 'reached'],
  ['shared memory', 'call(29, 0, 1 << 16, 0o1600)', 'reached'],
  ['message queue', "call(240, b'q', 66, 0o600, 0)", 'untried'],
  [
    'file handles',
    "call(303, -100, b'/', ctypes.create_string_buffer(b'\\x80', 136), ctypes.create_string_buffer(4), 0)",
    'untried',
  ],
  ['inotify', 'call(294, 0)', 'reached'],
  ['landlock', 'call(444, 0, 0, 1)', 'untried'],
  ['personality', 'call(135, 0x40000)', 'reached'],
  ['bpf', 'call(321, 0, 0, 0)', 'untried'],
  ['host name', "call(170, b'x', 1)", 'untried'],
  ['clock', 'call(164, 0, 0)', 'untried'],
  ['reboot', 'call(169, 0, 0, 0, 0)', 'untried'],
  ['module', "call(175, 0, 0, b'')", 'untried'],
  ['seccomp', 'call(317, 0, 0, 0)', 'untried'],
  ['sets itself dumpable', 'call(157, 4, 1, 0, 0, 0)', 'untried'],
  ['injects terminal input', "__import__('fcntl').ioctl(0, 0x5412, b'x')", 'untried'],
  ...['CPU', 'FSIZE', 'NPROC', 'NOFILE', 'CORE'].map((name): Probe => [
    `raises its ${name} limit`,
    `resource.setrlimit(resource.RLIMIT_${name}, (1 << 40, 1 << 40))`,
    'untried',
  ]),
];

/** A pair of stream sockets is allowed, because asyncio needs one; nothing else that sockets can do. */
const SOCKET_PAIRS: readonly Probe[] = [
  ['passes a descriptor through a pair', "paired(lambda a, b: socket.send_fds(a, [b'x'], [0]))", 'reached'],
  ['receives a descriptor through a pair', "paired(lambda a, b: (a.send(b'x'), socket.recv_fds(b, 1, 1)))", 'reached'],
  ['sends an out-of-band byte', "paired(lambda a, b: a.send(b'x', socket.MSG_OOB))", 'untried'],
  ['reads an out-of-band byte', "paired(lambda a, b: (a.send(b'x'), b.recv(1, socket.MSG_OOB)))", 'untried'],
  ['makes a datagram pair', 'socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)', 'reached'],
  ['makes a packet pair', 'socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)', 'reached'],
  ['makes a pair of another family', 'call(53, 40, 1, 0, ctypes.create_string_buffer(8))', 'untried'],
  ['binds a socket of a pair', "paired(lambda a, b: a.bind('\\0holdout-pair'))", 'reached'],
  ['listens on a socket of a pair', 'paired(lambda a, b: a.listen(1))', 'untried'],
  ['connects a socket of a pair elsewhere', "paired(lambda a, b: a.connect('\\0holdout-probe'))", 'untried'],
  ['sets an option of a pair', 'paired(lambda a, b: a.setsockopt(1, 7, 1 << 24))', 'reached'],
];

const DATASETS: readonly Probe[] = [
  ['loads a dataset of a package', "__import__('sklearn.datasets').datasets.load_iris()", 'reached'],
  [
    'lists the datasets of a package',
    "os.listdir('/usr/lib/python3/dist-packages/sklearn/datasets/data')[0]",
    'reached',
  ],
];

const hits: string[] = [];
const servers: Server[] = [];
let box: TestSandbox;
let network: readonly Probe[];
let inside: ReadonlyMap<string, string>;
let outside: ReadonlyMap<string, string>;

async function listen(name: string, address: string | number): Promise<Server> {
  const server = createServer((socket) => {
    hits.push(name);
    socket.on('error', () => undefined).end();
  });
  await new Promise<void>((resolve) => {
    if (typeof address === 'number') server.listen(address, '127.0.0.1', resolve);
    else server.listen(address, resolve);
  });
  servers.push(server);
  return server;
}

function sourceOf(probes: readonly Probe[]): string {
  const lines = probes.map(([, act], index) => `def probe_${index}(): ${act}`);
  const names = probes.map((_, index) => `probe_${index}`);
  const tried = [
    'def tried(act):',
    '    try: act()',
    "    except OSError as error: return f'refused {error.errno}'",
    "    except BaseException as error: return 'refused ' + type(error).__name__",
    "    return 'reached'",
    `def solve(): return [tried(act) for act in [${names.join(', ')}]]`,
  ];
  return [PREAMBLE, ...lines, ...tried].join('\n');
}

function byName(probes: readonly Probe[], answers: readonly string[]): ReadonlyMap<string, string> {
  return new Map(probes.map(([name], index) => [name, answers[index] ?? 'nothing']));
}

const LOCAL: readonly Probe[] = [...READS, ...WRITES, ...PROCESSES, ...NAMESPACES, ...KERNEL, ...DATASETS];

beforeAll(async () => {
  box = await aSandbox({ parked: { python: 1 } });
  const path = `${box.scratchDir}/listener`;
  const abstract = `holdout-probe-${process.pid}`;
  const tcp = (await listen('tcp', 0)).address() as AddressInfo;
  await listen('path', path);
  await listen('abstract', `\0${abstract}`);
  writeFileSync(`${box.scratchDir}/secret`, 'FILE-SECRET', { mode: 0o644 });
  network = [
    ['connects to a loopback port', `connected(socket.AF_INET, ('127.0.0.1', ${tcp.port}))`, 'reached'],
    ['connects to a socket file', `connected(socket.AF_UNIX, '${path}')`, 'reached'],
    ['connects to an abstract socket', `connected(socket.AF_UNIX, '\\0${abstract}')`, 'reached'],
    ['opens a netlink socket', 'socket.socket(16, 3, 0)', 'reached'],
    ['opens a raw socket', 'socket.socket(2, 3, 1)', 'reached'],
    ['resolves a name', "socket.getaddrinfo('localhost', 80)", 'reached'],
    ['reconnects its own channel', `socket.socket(fileno=os.dup(3)).connect('\\0${abstract}')`, 'untried'],
    ['sends from a pair to an address', `paired(lambda a, b: a.sendto(b'x', '\\0${abstract}'))`, 'untried'],
    ['reads a world-readable file', `open('${box.scratchDir}/secret').read()`, 'reached'],
  ];
  const all = [...LOCAL, ...SOCKET_PAIRS, ...network];
  const run = await box.run(aPythonProgram(sourceOf(all)));
  inside = byName(all, valuesOf(run)[0] as readonly string[]);
  expect(hits).toEqual([]);
  const harmless = all.filter(([, , control]) => control === 'reached');
  const alone = harmless.map(async ([name, act]) => {
    const answers = (await solveUnsandboxed(sourceOf([[name, act, 'reached']]))) as readonly string[];
    return [name, answers[0] ?? 'nothing'] as const;
  });
  outside = new Map(await Promise.all(alone));
});

afterAll(async () => {
  for (const server of servers) server.close();
  await box.close();
});

/** A raw system call must be denied by the filter (EPERM, or ENOSYS for clone3), not fail for being malformed. */
const REFUSED_CALL = /^refused (1|38)$/;

test.each(LOCAL)('is refused: %s', (name, act, control) => {
  expect(inside.get(name)).toMatch(act.startsWith('call(') ? REFUSED_CALL : /^refused /);
  if (control === 'reached') expect(outside.get(name)).toBe('reached');
});

test.each(SOCKET_PAIRS)('the filter denies, of a pair of sockets: %s', (name, _act, control) => {
  expect(inside.get(name)).toBe('refused 1');
  if (control === 'reached') expect(outside.get(name)).toBe('reached');
});

test('no network access works in a box, and each works outside', () => {
  const answers = network.map(([name]) => inside.get(name));
  expect(answers).toEqual(network.map(() => expect.stringMatching(/^refused /) as unknown));
  const controls = network.filter(([, , control]) => control === 'reached').map(([name]) => outside.get(name));
  expect(controls).toEqual(controls.map(() => 'reached'));
  expect([...hits].sort()).toEqual(['abstract', 'path', 'tcp']);
});
