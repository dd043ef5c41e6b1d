import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Sandbox } from '@holdout/sandbox';
import { main } from '../cli';
import { openSandbox } from '../open-sandbox';

export type Files = Readonly<Record<string, string>>;

/** A small, complete question: how many values are in a half-open range. */
export const COUNT_BETWEEN: Files = {
  'question.yaml': `format: 1
kind: code
title: Values in a half-open range
skills: [eval.validate]
level: 1
minutes: 5
licence: CC-BY-4.0
languages:
  python:
    entry: count_between
    starter: starter.py
    solution: solution/main.py
    alternatives: [solution/sorted.py]
    limits: {cpuSeconds: 2, memoryMb: 256}
    mutants:
      - {file: mutants/closed.py, misconception: boundary-included, fails: [edges]}
      - {file: mutants/open.py, misconception: ignores-direction, fails: [edges]}
      - {file: mutants/distinct.py, misconception: distinct-amounts, fails: [plain]}
      - {file: mutants/crashes.py, misconception: crashes-on-empty, fails: [empty], by: crash}
cases:
  make: cases/make.py
groups:
  plain: {title: Plain ranges, points: 1}
  edges: {title: Values at the ends, points: 1}
  empty: {title: No values, points: 1}
compare: {type: value}
`,
  'question.md':
    'Count the values from low up to but without high.\n\n# Hint\n\nMind the ends.\n\n# Explanation\n\nA half-open range holds its lower end.\n',
  'starter.py': 'def count_between(values, low, high):\n    return None\n',
  'solution/main.py':
    'def count_between(values, low, high):\n    return sum(1 for value in values if low <= value < high)\n',
  'solution/sorted.py':
    'from bisect import bisect_left\n\ndef count_between(values, low, high):\n    ordered = sorted(values)\n    return bisect_left(ordered, high) - bisect_left(ordered, low)\n',
  'mutants/closed.py':
    'def count_between(values, low, high):\n    return sum(low <= value <= high for value in values)\n',
  'mutants/open.py': 'def count_between(values, low, high):\n    return sum(low < value < high for value in values)\n',
  'mutants/distinct.py':
    'def count_between(values, low, high):\n    return sum(low <= value < high for value in set(values))\n',
  'mutants/crashes.py':
    'def count_between(values, low, high):\n    first = values[0]\n    return sum(low <= value < high for value in values)\n',
  'cases/make.py': `import random

def make(seed, part):
    rng = random.Random(f"{seed} {part}")
    def case(low, high):
        return {"args": [[rng.randint(0, 20) for _ in range(60)] + [low, low, high, high], low, high]}
    plain = [case(rng.randint(2, 8), rng.randint(10, 18)) for _ in range(3)]
    edges = [case(low, low + 3) for low in (4, 9)]
    return {"plain": plain, "edges": edges, "empty": [{"args": [[], rng.randint(1, 3), 5]}]}
`,
};

const SHARED = ['bank.yaml', 'taxonomy.yaml', 'misconceptions.yaml'];

type Typed = { readonly code: number; readonly printed: string; readonly told: string };

/**
 * One sandbox for all tests of a file, since most of what each one of its own would cost is the start of an interpreter
 * with pandas. It is open from the first test to the last.
 */
export function sharedSandbox(): () => { readonly sandbox: Sandbox } {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openSandbox(process.cwd());
  });
  afterAll(() => sandbox.close());
  return () => ({ sandbox });
}

/** A checkout whose bank contains what a test writes into it. */
export class Workspace {
  readonly path = mkdtempSync(join(tmpdir(), 'check-test-'));

  constructor(private readonly over: { readonly sandbox?: Sandbox; readonly token?: string } = {}) {
    symlinkSync(resolve('node_modules'), join(this.path, 'node_modules'));
    symlinkSync(resolve('libs'), join(this.path, 'libs'));
    for (const name of SHARED) this.write(name, readFileSync(resolve('bank', name), 'utf8'));
  }

  write(path: string, text: string): void {
    const file = join(this.path, 'bank', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** A question derived from a complete one with other files; null removes a file. */
  put(name: string, files: Files, changes: Readonly<Record<string, string | null>> = {}): void {
    for (const [path, text] of Object.entries({ ...files, ...changes })) {
      if (text !== null) this.write(`questions/${name}/${path}`, text);
    }
  }

  async type(...words: readonly string[]): Promise<Typed> {
    const printed: string[] = [];
    const told: string[] = [];
    const code = await main(words, {
      workspace: this.path,
      cwd: this.path,
      print: (text) => void printed.push(text),
      tell: (text) => void told.push(text),
      signal: new AbortController().signal,
      ...this.over,
    });
    return { code, printed: printed.join(''), told: told.join('\n') };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
