import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from './cli';

const QUESTIONS = resolve('bank/questions');
const TIES = join(QUESTIONS, 'code.average-precision-ties');
const SQL = join(QUESTIONS, 'code.shipped-revenue');

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cli-test-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function typed(words: readonly string[], over: { workspace?: string; signal?: AbortSignal } = {}) {
  const printed: string[] = [];
  const told: string[] = [];
  const code = await main(words, {
    workspace: process.cwd(),
    cwd,
    print: (text) => void printed.push(text),
    tell: (text) => void told.push(text),
    signal: new AbortController().signal,
    ...over,
  });
  return { code, printed: printed.join(''), told: told.join('\n') };
}

async function graded(words: readonly string[], over: { workspace?: string; signal?: AbortSignal } = {}) {
  const { code, printed } = await typed(['grade', ...words, '--json'], over);
  return { code, outcome: JSON.parse(printed) as Readonly<Record<string, unknown>> };
}

test('a correct file passes with all points, by the id of its question', async () => {
  const { code, outcome } = await graded(['code.average-precision-ties', join(TIES, 'solution/main.py')]);
  expect(code).toBe(0);
  expect(Object.keys(outcome)).toEqual(['question', 'language', 'verdict', 'score', 'groups', 'feedback']);
  expect(outcome).toMatchObject({
    question: 'public/code.average-precision-ties',
    language: 'python',
    verdict: 'passed',
    score: { earned: 10, possible: 10 },
  });
  const [group] = outcome['groups'] as readonly Readonly<Record<string, unknown>>[];
  expect(Object.keys(group ?? {})).toEqual(['name', 'verdict', 'passed', 'total', 'cpuMs', 'wallMs', 'memoryBytes']);
});

test('a wrong file earns the points of the groups that it passes, and the hint is shown', async () => {
  const { code, printed } = await typed(['grade', TIES, join(TIES, 'mutants/ties-in-favour.py')]);
  expect(code).toBe(1);
  expect(printed).toContain('wrong answer, 3 of 10 points');
  expect(printed).toContain('Which items can a threshold separate?');
});

test('a folder anywhere is graded with the bank of the checkout around it', async () => {
  cpSync(SQL, join(cwd, 'code.my-revenue'), { recursive: true });
  const right = await graded(['code.my-revenue', join(SQL, 'solution/main.sql')]);
  expect(right).toMatchObject({ code: 0, outcome: { question: 'public/code.my-revenue', verdict: 'passed' } });
  const wrong = await graded(['./code.my-revenue', join(SQL, 'mutants/join-fan-out.sql')]);
  expect(wrong).toMatchObject({ code: 1, outcome: { language: 'sql', verdict: 'wrongAnswer' } });
});

test('public cases are shown with the actual answer', async () => {
  const { code, printed } = await typed(['grade', SQL, join(SQL, 'mutants/join-fan-out.sql'), '--public']);
  expect(code).toBe(1);
  expect(printed).toMatch(/Public case 1[^]*input:[^]*expected:[^]*actual:/);
});

test.each<[string, string, string, string]>([
  ['an unknown question', 'code.unheard-of', 'a.py', 'There is no question code.unheard-of'],
  ['a question of another bank', 'other/code.shipped-revenue', 'a.py', 'There is no question other/'],
  ['a choice', 'choice.one-unit-coefficient', 'a.py', 'which is not answered with a file'],
  ['a missing file', 'code.shipped-revenue', 'gone.sql', 'gone.sql cannot be read'],
  ['a folder for a file', 'code.shipped-revenue', '.', '. is not a file'],
  ['another language', 'code.average-precision-ties', 'a.sql', 'is answered in python, not in sql'],
  ['an empty file', 'code.average-precision-ties', 'empty.py', 'empty.py is empty'],
  ['bytes that are not text', 'code.average-precision-ties', 'bytes.py', 'is not UTF-8 text'],
])('%s is not graded, and the message says why', async (_what, question, file, message) => {
  writeFileSync(join(cwd, 'empty.py'), '\n');
  writeFileSync(join(cwd, 'bytes.py'), Buffer.from([0x78, 0xff, 0xfe]));
  const { code, printed, told } = await typed(['grade', question, file]);
  expect({ code, printed }).toEqual({ code: 2, printed: '' });
  expect(told).toContain(message);
});

test('a machine that cannot create a box grades nothing, and the doctor reports it', async () => {
  const workspace = join(cwd, 'checkout');
  mkdirSync(workspace);
  for (const name of ['bank', 'node_modules']) symlinkSync(resolve(name), join(workspace, name));
  const over = { workspace };
  const { code, outcome } = await graded(['code.average-precision-ties', join(TIES, 'solution/main.py')], over);
  expect({ code, verdict: outcome['verdict'], score: outcome['score'] }).toEqual({
    code: 2,
    verdict: 'notGraded',
    score: null,
  });
  const doctor = await typed(['doctor'], over);
  expect(doctor.code).toBe(1);
  expect(doctor.printed).toContain('python: not usable');
});

test('a stopped command has no verdict', async () => {
  const { code, outcome } = await graded(['code.average-precision-ties', join(TIES, 'solution/main.py')], {
    signal: AbortSignal.abort(),
  });
  expect({ code, feedback: outcome['feedback'] }).toEqual({
    code: 2,
    feedback: ['Stopped before the verdict.'],
  });
});

test('a healthy machine is reported as usable', async () => {
  const { code, printed } = await typed(['doctor', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({ usable: true, remedies: [] });
});
