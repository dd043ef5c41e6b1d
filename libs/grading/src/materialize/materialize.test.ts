import type { CallProgram, Program, Run } from '@holdout/sandbox';
import { FakeSandbox, isSqlProgram } from '@holdout/sandbox';
import { nameOfNpmFile, withDatasetFiles } from '../run/dataset-files';
import { drawVariants } from './draw-variants';
import { MaterializeError, SandboxFailedError } from '../contract/errors';
import type { MaterializeJob } from '../contract/job';
import { materialize } from './materialize';
import { aCodeBundle, aNumericBundle, aSqlBundle } from '../grade/test-bundles';

const job: MaterializeJob = {
  kind: 'materialize',
  bundleHash: 'b',
  scope: 'practice',
  publicSeed: '1',
  hiddenSeed: '9007199254740991',
};
const signal = new AbortController().signal;
type Reply = Pick<Run, 'end' | 'answer'>;
const values = (...each: unknown[]): Reply => ({
  end: { kind: 'answered' },
  answer: { calls: each.map((value) => ({ ok: true, value })) },
});
const isGenerator = (program: Program): boolean => program.profile === 'python' && program.root === 'author';

/** Answers as a generator that returns `hidden`, and as a reference that adds up. */
function author(hidden: unknown, again: unknown = hidden): FakeSandbox {
  let runs = 0;
  return new FakeSandbox((program) => {
    const { calls } = program as CallProgram;
    if (isGenerator(program)) return runs++ === 0 ? values({ example: [{ args: [[1, 1]] }] }, hidden) : values(again);
    return values(...calls.map(([numbers]) => (numbers as number[]).reduce((sum, each) => sum + each, 0)));
  });
}

const groups = { empty: [{ args: [[]] }], plain: [{ args: { $: 'tuple', items: [[1, 2]] } }, { args: [[4]] }] };

test('cases come from the seeds, expected values from the reference, groups in the order of the question', async () => {
  const sandbox = author(groups);
  const { publicData, hiddenData } = await materialize(job, aCodeBundle(), sandbox, signal);
  expect(publicData).toEqual({
    kind: 'calls',
    groups: [{ name: 'example', cases: [{ args: [[1, 1]], expected: 2 }] }],
  });
  expect(hiddenData).toEqual({
    kind: 'calls',
    groups: [
      {
        name: 'plain',
        cases: [
          { args: [[1, 2]], expected: 3 },
          { args: [[4]], expected: 4 },
        ],
      },
      { name: 'empty', cases: [{ args: [[]], expected: 0 }] },
    ],
  });
  const [first, second, reference] = sandbox.programs as CallProgram[];
  expect(first?.calls).toEqual([
    [1, 'public'],
    [9007199254740991, 'hidden'],
  ]);
  expect(second?.calls).toEqual([[9007199254740991, 'hidden']]);
  expect(reference).toMatchObject({
    root: 'candidate',
    files: { 'main.py': 'REFERENCE' },
    datasets: [],
    limits: { cpuMs: 2000 },
  });
});

test('a stream returned as a dictionary is stored as a stream', async () => {
  const stream = {
    $: 'entries',
    items: [
      ['$', 'stream'],
      ['float64', 'AAAAAAAA8D8='],
    ],
  };
  const longer = { $: 'entries', items: [...stream.items, ['times', 3]] };
  const cases = { plain: [{ args: [stream, longer] }], empty: [{ args: [{ $: 'entries', items: [['$', 'tuple']] }] }] };
  const sandbox = new FakeSandbox((program) =>
    isGenerator(program) ? values(...(program as CallProgram).calls.map(() => cases)) : values(1),
  );
  const { hiddenData } = await materialize(job, aCodeBundle(), sandbox, signal);
  expect(hiddenData.kind === 'calls' && hiddenData.groups.map((group) => group.cases[0]?.args)).toEqual([
    [
      { $: 'stream', float64: 'AAAAAAAA8D8=' },
      { $: 'stream', float64: 'AAAAAAAA8D8=', times: 3 },
    ],
    [{ $: 'entries', items: [['$', 'tuple']] }],
  ]);
});

test.each<[string, unknown, RegExp]>([
  ['a list', [], /make\(seed, "hidden"\) must be a dictionary/],
  [
    'a group that is not named',
    { ...groups, ties: [{ args: [[]] }] },
    /returned the group ties, which question.yaml does not name/,
  ],
  ['no case for a group', { plain: groups.plain }, /no case for the group empty/],
  ['an empty group', { ...groups, empty: [] }, /group empty: return a list of cases/],
  ['a case without arguments', { ...groups, empty: [{ arg: [] }] }, /group empty, case 1: the key "args" is missing/],
  [
    'a case with another key',
    { ...groups, empty: [{ args: [[]], expected: 0 }] },
    /a case has args and anyOf; remove expected/,
  ],
  ['arguments that are not a list', { ...groups, empty: [{ args: 3 }] }, /"args" must be a list/],
  ['a string that cannot be stored', { ...groups, empty: [{ args: [['\0']] }] }, /cannot be stored/],
])('a generator that returns %s is refused with the reason', async (_name, hidden, message) => {
  const made = materialize(job, aCodeBundle(), author(hidden), signal);
  await expect(made).rejects.toThrow(message);
  await expect(made).rejects.toBeInstanceOf(MaterializeError);
});

test('several accepted answers are stored if the reference returns one of them', async () => {
  const several = { ...groups, empty: [{ args: [[]], anyOf: [0, 'nothing'] }] };
  const { hiddenData } = await materialize(job, aCodeBundle(), author(several), signal);
  expect(hiddenData).toMatchObject({
    groups: [{}, { name: 'empty', cases: [{ args: [[]], expected: 0, anyOf: [0, 'nothing'] }] }],
  });
  const without = { ...groups, empty: [{ args: [[]], anyOf: ['nothing'] }] };
  await expect(materialize(job, aCodeBundle(), author(without), signal)).rejects.toThrow(/returned none of "anyOf"/);
  const none = { ...groups, empty: [{ args: [[]], anyOf: [] }] };
  await expect(materialize(job, aCodeBundle(), author(none), signal)).rejects.toThrow(/list of 1 to/);
});

test('a generator that returns different values when run again is refused', async () => {
  await expect(materialize(job, aCodeBundle(), author(groups, { ...groups, empty: [] }), signal)).rejects.toThrow(
    /different values when run again/,
  );
});

test('a reference that fails names its case', async () => {
  const error = { type: 'ValueError', message: 'bad', traceback: 'line 3', line: 3 };
  const sandbox = new FakeSandbox((program) =>
    isGenerator(program)
      ? values(...(program as CallProgram).calls.map(() => groups))
      : { end: { kind: 'answered' }, answer: { calls: [{ ok: false, error }] } },
  );
  await expect(materialize(job, aCodeBundle(), sandbox, signal)).rejects.toThrow(
    /the reference solution, group empty, case 1, failed with a runtime error: line 3/,
  );
});

test('a sandbox failure is not reported as the author’s mistake', async () => {
  const sandbox = new FakeSandbox(() => ({ end: { kind: 'sandboxFailed', reason: 'no box' } }));
  await expect(materialize(job, aCodeBundle(), sandbox, signal)).rejects.toBeInstanceOf(SandboxFailedError);
});

test.each<[string, unknown, RegExp]>([
  [
    'cannot be carried at all',
    [{ $: 'opaque', type: 'Thing' }],
    /group plain, case 1: an argument has a value of type Thing/,
  ],
  [
    'R has not, deep within',
    { a: { $: 'tuple', items: [{ $: 'bytes', value: '' }] } },
    /of type bytes, which r has not/,
  ],
  ['R has not, as a key', { $: 'entries', items: [[{ $: 'complex', real: 0, imaginary: 1 }, 1]] }, /of type complex/],
])('an argument of a type that %s is refused by name', async (_name, arg, message) => {
  const bundle = aCodeBundle();
  const { python } = bundle.candidate.languages;
  if (python === undefined) throw new Error('the question has no Python');
  const inBoth = { ...bundle, candidate: { ...bundle.candidate, languages: { python, r: python } } };
  const sandbox = author({ plain: [{ args: [arg] }], empty: [{ args: [[]] }] });
  await expect(materialize(job, inBoth, sandbox, signal)).rejects.toThrow(message);
});

test.each(['record', 'integer[][]x', 'mixed', 'xml'])('a column of type %s is refused by name', async (type) => {
  const answer = { columns: [{ name: 'n', type }], rows: [['2']], truncated: false };
  const cases = { plain: [{ tables: {} }], empty: [{ tables: {} }] };
  const sandbox = new FakeSandbox((program) =>
    isSqlProgram(program) ? { end: { kind: 'answered' }, answer } : values(...program.calls.map(() => cases)),
  );
  await expect(materialize(job, aSqlBundle(), sandbox, signal)).rejects.toThrow(
    `returned the column "n" of type ${type}, whose values cannot be compared`,
  );
});

test('tables of a query become rows of cells', async () => {
  const rows = [
    { id: 1, day: { $: 'datetime', value: '2024-05-01' } },
    { id: { $: 'integer', value: '9007199254740993' }, day: null },
  ];
  const cases = { plain: [{ tables: { flight: rows } }], empty: [{ tables: { flight: [] } }] };
  const answer = { columns: [{ name: 'n', type: 'bigint' }], rows: [['2']], truncated: false };
  const sandbox = new FakeSandbox((program) =>
    isSqlProgram(program) ? { end: { kind: 'answered' }, answer } : values(...program.calls.map(() => cases)),
  );
  const { hiddenData } = await materialize(job, aSqlBundle(), sandbox, signal);
  expect(hiddenData.kind === 'queries' && hiddenData.groups[0]?.cases[0]).toEqual({
    tables: {
      flight: [
        { id: 1, day: '2024-05-01T00:00:00' },
        { id: '9007199254740993', day: null },
      ],
    },
    expected: answer,
  });
});

test('dataset files are mounted from where they are located', async () => {
  const sandbox = author(groups);
  await materialize(
    job,
    aCodeBundle(),
    withDatasetFiles(sandbox, (file) => `/npm/${file.package}/${file.path}`),
    signal,
  );
  expect((sandbox.programs[0] as CallProgram).datasets).toEqual([
    { id: 'films', files: { 'movies.json': '/npm/vega-datasets/data/movies.json' } },
  ]);
  expect(nameOfNpmFile({ package: 'a', path: 'b' })).toBe('["a","b"]');
});

describe('the variants of a family', () => {
  const variant = {
    shown: { n: 3 },
    answer: { value: 1, absTol: 0.1 },
    wrong: [{ value: 2, misconception: 'm' }],
    explained: { share: 5 },
  };
  const draw = (drawn: unknown, count = 1) =>
    drawVariants(
      { kind: 'drawVariants', bundleHash: 'b', seed: 'ab', count },
      aNumericBundle(),
      new FakeSandbox(() => values(drawn)),
      signal,
    );
  test('are read from the box’s answer', async () => {
    expect(await draw([variant])).toEqual([variant]);
  });
  test.each<[string, unknown, RegExp]>([
    ['too few', [], /must return/],
    ['something else than a list', variant, /must return/],
    ['an answer that is not a number', [{ ...variant, answer: { value: 'x' } }], /must return/],
    ['a misconception that is not a string', [{ ...variant, wrong: [{ value: 2 }] }], /must return/],
    ['no value for a name in the statement', [{ ...variant, shown: {} }], /names \{\{n\}\}/],
    ['no value for a name in the explanation', [{ ...variant, explained: {} }], /names \{\{share\}\}/],
  ])('are refused when the family returns %s', async (_name, drawn, message) => {
    await expect(draw(drawn)).rejects.toThrow(message);
  });
});
