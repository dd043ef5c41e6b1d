import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rngOf } from '@holdout/bank';
import { binariesFor } from '@holdout/embedded-postgres';
import { type GradeReport, grade, shownUsage } from '@holdout/grading';
import type { CodeBundle } from '@holdout/bank';
import type { Sandbox } from '@holdout/sandbox';
import { createSandbox } from '@holdout/sandbox-driver';

/**
 * The attack: a program sees the hidden input of its group, and leaks it to its author by how it ends. Memory, CPU time and
 * the name of the error each carry some bits of the vector in each submission; the author decodes them from what is shown.
 */
const NAMES = `KeyError IndexError ValueError TypeError NameError AttributeError RecursionError ZeroDivisionError
  ArithmeticError AssertionError BufferError EOFError FloatingPointError ImportError LookupError NotImplementedError
  OSError OverflowError ReferenceError RuntimeError StopIteration SyntaxError SystemError UnicodeError
  BlockingIOError BrokenPipeError ChildProcessError FileExistsError FileNotFoundError InterruptedError
  PermissionError TimeoutError`.split(/\s+/);
const BITS = { memory: 6, name: 5, time: 3 } as const;
const PER_SUBMISSION = BITS.memory + BITS.name + BITS.time;
const SUBMISSIONS = 14;
/** Of memory, time and the error's name together: eight names or another. */
const SHOWN_BITS = Math.log2(9);
const TIME_STEP_MS = 40;
const MEGABYTE = 2 ** 20;
/** More than any sum of its parts below. */
const LIMITS = { cpuSeconds: 10, memoryMb: 512 };

const VECTOR = ((random) => Array.from({ length: SUBMISSIONS * PER_SUBMISSION }, () => random.int(0, 1)))(
  rngOf('5eed'),
);

const attacker = (submission: number, names: readonly string[]): string => `
import builtins
import time

NAMES = ${JSON.stringify(names)}


def number(bits):
    return int("".join(map(str, bits)), 2)


def solve(vector):
    part = vector[${submission * PER_SUBMISSION}:]
    memory = number(part[:${BITS.memory}])
    name = number(part[${BITS.memory}:${BITS.memory + BITS.name}])
    until = time.process_time() + ${TIME_STEP_MS / 1000} * number(part[${BITS.memory + BITS.name}:${PER_SUBMISSION}])
    held = bytearray(64 * 1024 * 1024 + memory * ${MEGABYTE})
    for page in range(0, len(held), 4096):
        held[page] = 1
    while time.process_time() < until:
        pass
    raise getattr(builtins, NAMES[name % len(NAMES)])("")
`;

const bundle = {
  id: 'public/code.hidden',
  kind: 'code',
  candidate: {
    languages: { python: { entry: 'solve', starter: '', packages: 'none', ...LIMITS } },
    groups: [{ name: 'hidden', title: 'Hidden', points: 1, hint: null }],
  },
  secret: {
    compare: {
      type: 'value',
      relTol: 0,
      absTol: 0,
      rowOrder: 'kept',
      columnOrder: 'any',
      index: 'ignored',
      dtype: 'ignored',
    },
  },
} as unknown as CodeBundle;

let sandbox: Sandbox;
let scratchDir: string;
beforeAll(async () => {
  scratchDir = mkdtempSync(join(tmpdir(), 'carried-out-'));
  const postgresBinaries = binariesFor(process.cwd(), null);
  sandbox = await createSandbox({ scratchDir, nodeBinary: process.execPath, postgresBinaries, parked: { python: 0 } });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(scratchDir, { recursive: true, force: true });
});

async function submitted(submission: number, names: readonly string[]): Promise<GradeReport> {
  const data = { kind: 'calls' as const, groups: [{ name: 'hidden', cases: [{ args: [VECTOR], expected: 0 }] }] };
  const job = { submissionId: 's', bundleHash: 'b', scope: 'practice', language: 'python' } as const;
  const source = attacker(submission, names);
  const material = { bundle, data, dataHash: 'h' };
  return grade({ kind: 'grade', ...job, source }, material, sandbox, new AbortController().signal);
}

/** The facts about one submission from which the author decodes; null where nothing is shown. */
type Seen = { readonly memory: number | null; readonly time: number | null; readonly name: string | null };

/** Everything that the API shows of a report, apart from its counts. */
function shownBy(report: GradeReport): Seen {
  const [group] = report.groups;
  if (group === undefined) throw new Error('no group was graded');
  const { timeQuarters, memoryQuarters } = shownUsage(report, group, LIMITS);
  return { memory: memoryQuarters, time: timeQuarters, name: nameIn(report) };
}

const nameIn = ({ verdict }: GradeReport): string | null => (verdict.kind === 'crashed' ? verdict.error : null);

const bitsOf = (value: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, place) => (value >> (count - 1 - place)) & 1);

/** How many bits of the vector are decoded right: by memory and time relative to their least value, by name from the list. */
function recovered(seen: readonly Seen[], names: readonly string[]): number {
  const least = (all: readonly (number | null)[]): number => Math.min(...all.map((value) => value ?? Infinity));
  const base = { memory: least(seen.map(({ memory }) => memory)), time: least(seen.map(({ time }) => time)) };
  const right = (decoded: number | null, from: number, count: number): number => {
    if (decoded === null || decoded < 0) return 0;
    return bitsOf(Math.round(decoded), count).every((bit, place) => bit === VECTOR[from + place]) ? count : 0;
  };
  return seen.reduce((sum, { memory, time, name }, submission) => {
    const from = submission * PER_SUBMISSION;
    const megabytes = memory === null ? null : (memory - base.memory) / MEGABYTE + leastOf('memory');
    const steps = time === null ? null : (time - base.time) / TIME_STEP_MS + leastOf('time');
    const index = name === null ? null : names.indexOf(name);
    return (
      sum +
      right(megabytes, from, BITS.memory) +
      right(index, from + BITS.memory, BITS.name) +
      right(steps, from + BITS.memory + BITS.name, BITS.time)
    );
  }, 0);
}

/** The author may know the least value, which only helps the attack. */
function leastOf(part: 'memory' | 'time'): number {
  const [from, count] = part === 'memory' ? [0, BITS.memory] : [BITS.memory + BITS.name, BITS.time];
  const values = Array.from({ length: SUBMISSIONS }, (_, submission) =>
    parseInt(VECTOR.slice(submission * PER_SUBMISSION + from, submission * PER_SUBMISSION + from + count).join(''), 2),
  );
  return Math.min(...values);
}

test('what is shown of fourteen submissions tells little of a hidden vector that their exact cost tells', async () => {
  const reports: GradeReport[] = [];
  for (let submission = 0; submission < SUBMISSIONS; submission += 1) reports.push(await submitted(submission, NAMES));
  const exact = reports.map((report) => {
    const [group] = report.groups;
    return { memory: group?.memoryBytes ?? null, time: group?.cpuMs ?? null, name: null };
  });
  // The control: with the exact figures, memory alone gives away six bits a time.
  expect(recovered(exact, NAMES)).toBeGreaterThanOrEqual(0.8 * SUBMISSIONS * BITS.memory);
  expect(recovered(reports.map(shownBy), NAMES)).toBeLessThanOrEqual(SUBMISSIONS * SHOWN_BITS);
});

test('an attacker who knows the list of error names reads at most the bits that docs/sandbox.md states', async () => {
  const kinds = new Set<string>();
  for (const [submission, name] of NAMES.entries())
    kinds.add(JSON.stringify(shownBy(await submitted(submission % SUBMISSIONS, [name]))));
  expect(Math.log2(kinds.size)).toBeLessThanOrEqual(SHOWN_BITS);
});
