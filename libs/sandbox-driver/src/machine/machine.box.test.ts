import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { PROFILES } from '@holdout/sandbox';
import {
  BOX_USER,
  PATHS,
  aPythonProgram,
  aSandbox,
  aSqlProgram,
  eventually,
  processesOf,
  valuesOf,
} from '../test-sandbox';
import { childrenNamed, childrenOf, zygotes } from './test-processes';

const isRoot = process.geteuid?.() === 0;

function groupsOf(pid: number | undefined): readonly string[] {
  const found = spawnSync('find', ['/sys/fs/cgroup', '-maxdepth', '5', '-name', `holdout-${pid ?? 'none'}-*`]);
  return found.stdout.toString().trim().split('\n').filter(Boolean);
}

test('describes each profile by running a probe in a box of it', async () => {
  const box = await aSandbox({ parked: { python: 0 } });
  const reports = await box.sandbox.describe();
  await box.close();
  expect(reports.filter(({ usable }) => !usable)).toEqual([]);
  expect(reports.map(({ profile }) => profile)).toEqual(PROFILES);
  const versions = Object.assign({}, ...reports.map((report) => report.versions)) as Record<string, string>;
  const languages = ['Node.js', 'PostgreSQL', 'Python', 'R', 'SQLite', 'amaro (TypeScript)'];
  expect(Object.keys(versions).sort()).toEqual([...languages, 'numpy', 'pandas', 'scikit-learn', 'scipy'].sort());
  expect(Object.values(versions)).toEqual(
    Object.values(versions).map(() => expect.stringMatching(/^\d+\.\d+/) as unknown),
  );
  expect(reports[0]?.isolation).toContain('user namespace');
});

test('reports the reason and runs nothing if no jail can be created', async () => {
  const box = await aSandbox({ parked: { python: 0 }, boxDir: '/nowhere', postgresBinaries: '/nowhere' });
  const reports = await box.sandbox.describe();
  const run = await box.run(aPythonProgram('def solve(): return 1'));
  await box.close();
  expect(reports.filter(({ usable }) => usable)).toEqual([]);
  expect(reports[0]?.missing[0]).toContain('/nowhere');
  expect(run.end.kind).toBe('sandboxFailed');
});

test('close leaves no process, directory or cgroup behind, even while programs run', async () => {
  const box = await aSandbox();
  await box.run(aSqlProgram('select 1'));
  const running = box.run(aPythonProgram('def solve():\n  while True: pass'));
  await eventually(() => !isRoot || processesOf(BOX_USER).length > 3);
  await box.sandbox.close();
  expect((await running).end.kind).toBe('sandboxFailed');
  expect(processesOf(BOX_USER)).toEqual([]);
  expect(readdirSync(box.scratchDir)).toEqual([]);
  expect(groupsOf(process.pid)).toEqual([]);
  rmSync(box.scratchDir, { recursive: true });
});

test('replaces a zygote that died, and reports its running program as sandboxFailed', async () => {
  const box = await aSandbox({ parked: { python: 1 } });
  await box.run(aPythonProgram('def solve(): return 1'));
  const running = box.run(aPythonProgram('def solve():\n  while True: pass'));
  // One that runs, and one parked in its place.
  await eventually(() => zygotes().flatMap((zygote) => childrenOf(zygote)).length === 2);
  for (const pid of childrenNamed('zygote.py')) process.kill(pid, 'SIGKILL');
  expect((await running).end.kind).toBe('sandboxFailed');
  expect(valuesOf(await box.run(aPythonProgram('def solve(): return 2')))).toEqual([2]);
  await box.close();
});

test('restarts a PostgreSQL server that died', async () => {
  const box = await aSandbox({ parked: { python: 0 } });
  await box.run(aSqlProgram('select 1'));
  for (const pid of childrenNamed('server.py')) process.kill(pid, 'SIGKILL');
  await eventually(() => processesOf(BOX_USER).length === 0);
  expect((await box.run(aSqlProgram('select count(*) from flight'))).answer).toMatchObject({ rows: [['2']] });
  await box.close();
});

/** Bundles the library into one file, with everything it needs, in a directory that any user may read. */
function aWorldReadableCopy(): string {
  const folder = mkdtempSync(`${tmpdir()}/box-copy-`);
  chmodSync(folder, 0o755);
  mkdirSync(`${folder}/scratch`);
  chmodSync(`${folder}/scratch`, 0o777);
  const tsconfig = ['--tsconfig', 'tsconfig.json', '--external', 'pg-native'];
  const bundle = ['libs/sandbox-driver/src/index.ts', '--platform', 'node', '-f', 'esm', '-o', `${folder}/driver.mjs`];
  const made = spawnSync('node_modules/.bin/rolldown', [...bundle, ...tsconfig], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  cpSync('libs/sandbox-driver/box', `${folder}/driver/box`, { recursive: true });
  cpSync(PATHS.postgresBinaries, `${folder}/postgres`, { recursive: true, verbatimSymlinks: true });
  cpSync(process.execPath, `${folder}/node`);
  writeFileSync(`${folder}/go.mjs`, SCRIPT);
  return folder;
}

/** Prints what it ran, then runs an endless program until it is killed. */
const SCRIPT = `
import { createSandbox } from './driver.mjs';
const here = import.meta.dirname;
const sandbox = await createSandbox({
  scratchDir: here + '/scratch', nodeBinary: here + '/node', postgresBinaries: here + '/postgres', boxDir: here + '/driver/box',
  unprivileged: JSON.parse(process.argv[2]), parked: { python: 1 },
});
const limits = { cpuMs: 60000, wallMs: 120000, memoryBytes: 128 << 20, outputBytes: 1 << 16 };
const program = (source) => ({ profile: 'python', root: 'candidate', datasets: [], files: { 's.py': source }, main: 's.py', entry: 'solve', calls: [[]], limits });
const run = (source) => sandbox.run(program(source), new AbortController().signal);
const overMemory = await run('def solve():\\n  x = []\\n  while True: x.append(bytearray(10**6))');
const forked = await run('import os\\ndef solve():\\n  try: os.fork()\\n  except OSError as e: return e.errno');
console.log(JSON.stringify({ reports: await sandbox.describe(), overMemory: overMemory.end, forked: forked.answer }));
void run('def solve():\\n  while True: pass');
console.log('running');
`;

type Output = {
  readonly reports: readonly { readonly usable: boolean; readonly missing: readonly string[] }[];
  readonly overMemory: unknown;
  readonly forked: unknown;
};

async function start(folder: string, user: { uid: number; gid: number } | undefined): Promise<[ChildProcess, Output]> {
  const ids = { uid: BOX_USER, gid: BOX_USER };
  const child = spawn(`${folder}/node`, [`${folder}/go.mjs`, JSON.stringify(ids)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    ...user,
  });
  let output: Output | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'running') break;
    output = JSON.parse(line) as Output;
  }
  if (!output) throw new Error('the child process printed nothing');
  return [child, output];
}

describe('in a separate process', () => {
  let folder: string;
  beforeAll(() => {
    folder = aWorldReadableCopy();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('SIGKILL also ends every box and server, and the next start removes what was left', async () => {
    const [child] = await start(folder, undefined);
    const pid = child.pid;
    expect(processesOf(BOX_USER).length).toBeGreaterThan(3);
    child.kill('SIGKILL');
    await eventually(() => processesOf(BOX_USER).length === 0);
    expect(readdirSync(`${folder}/scratch`)).not.toEqual([]);
    const next = await aSandbox({ scratchDir: `${folder}/scratch`, parked: { python: 0 } });
    expect(groupsOf(pid)).toEqual([]);
    expect(readdirSync(`${folder}/scratch`)).toEqual([]);
    await next.close();
  });

  const asRoot = isRoot ? test : test.skip; // -- without root every other test of the sandbox tests this
  asRoot('works without root', async () => {
    mkdirSync(`${folder}/scratch`, { recursive: true });
    chmodSync(`${folder}/scratch`, 0o777);
    const [child, output] = await start(folder, { uid: BOX_USER, gid: BOX_USER });
    child.kill('SIGKILL');
    expect(output.reports.filter(({ usable }) => !usable)).toEqual([]);
    expect(output.overMemory).toEqual({ kind: 'overLimit', limit: 'memory' });
    expect(output.forked).toEqual({ calls: [{ ok: true, value: 1 }] });
    await eventually(() => processesOf(BOX_USER).length === 0);
  });
});
