import fc from 'fast-check';
import type { GroupReport, MetricReport, Verdict, VerdictKind } from '../contract/report';
import { scoreOfReport, type ScoredQuestion } from './score-of-report';

const CODE: ScoredQuestion = {
  kind: 'code',
  candidate: {
    groups: [
      { name: 'plain', title: 'Plain numbers', points: 4, hint: null },
      { name: 'empty', title: 'Nothing', points: 6, hint: null },
    ],
  },
};

const MODEL: ScoredQuestion = {
  kind: 'model',
  candidate: { metric: { name: 'average_precision', pass: 0.9, stretch: 0.96, resample: 'rows' } },
};

const LOSS: ScoredQuestion = {
  kind: 'model',
  candidate: { metric: { name: 'rmse', pass: 2, stretch: 1, resample: 'rows' } },
};

const PASSED: Verdict = { kind: 'passed' };
const WRONG: Verdict = { kind: 'wrongAnswer' };
const USAGE = { cpuMs: 1, wallMs: 1, memoryBytes: 1 };

const group = (name: string, passed: number, total: number): GroupReport => ({
  ...USAGE,
  name,
  verdict: passed === total ? PASSED : WRONG,
  passed,
  total,
});

const metric = (value: number): MetricReport => ({
  name: 'average_precision',
  value,
  low: value,
  high: value,
  innerLow: value,
  innerHigh: value,
  n: 10,
  unit: 'rows',
  pass: 0.9,
  stretch: 0.96,
  baseline: null,
  reference: 0.97,
  guards: [],
  spread: null,
  maxSpread: null,
});

describe('code', () => {
  test('earns the points of each group whose cases all passed, whatever the verdict on the whole', () => {
    const groups = [group('plain', 3, 3), group('empty', 1, 2)];
    expect(scoreOfReport(CODE, { verdict: WRONG, groups, metric: null })).toEqual({ earned: 4, possible: 10 });
  });

  test('earns nothing for a group that is not in the report', () => {
    expect(scoreOfReport(CODE, { verdict: PASSED, groups: [], metric: null })).toEqual({ earned: 0, possible: 10 });
  });
});

describe('a model', () => {
  test('earns its point when it passed', () => {
    expect(scoreOfReport(MODEL, { verdict: PASSED, groups: [], metric: metric(0.9) })).toEqual({
      earned: 1,
      possible: 1,
    });
  });

  test('earns nothing when a guard was broken, although its metric is above the pass line', () => {
    expect(scoreOfReport(MODEL, { verdict: WRONG, groups: [], metric: metric(0.99) })).toEqual({
      earned: 0,
      possible: 1,
    });
  });

  test('earns its point below the pass line where a smaller metric is better', () => {
    expect(scoreOfReport(LOSS, { verdict: PASSED, groups: [], metric: metric(1.5) })).toEqual({
      earned: 1,
      possible: 1,
    });
  });

  test('earns nothing without a metric', () => {
    const crashed: Verdict = { kind: 'crashed', error: 'ValueError' };
    expect(scoreOfReport(MODEL, { verdict: crashed, groups: [], metric: null })).toEqual({ earned: 0, possible: 1 });
  });
});

test.each([
  ['code', CODE],
  ['a model', MODEL],
])('no report on %s gives a score when it was not graded', (_name, question) => {
  fc.assert(
    fc.property(fc.nat(9), fc.double({ noNaN: true }), (passed, value) => {
      const verdict: Verdict = { kind: 'notGraded', reason: 'the sandbox failed' };
      const groups = [group('plain', passed, 9), group('empty', 9, 9)];
      expect(scoreOfReport(question, { verdict, groups, metric: metric(value) })).toBeNull();
    }),
  );
});

test('every verdict but notGraded gives a score of the points that the question gives', () => {
  const kinds: Record<Exclude<VerdictKind, 'notGraded'>, Verdict> = {
    passed: PASSED,
    wrongAnswer: WRONG,
    timeLimit: { kind: 'timeLimit', limit: 'cpu', limitMs: 1000 },
    memoryLimit: { kind: 'memoryLimit', limitBytes: 1 },
    outputLimit: { kind: 'outputLimit', limitBytes: 1 },
    crashed: { kind: 'crashed', error: 'ValueError' },
    exitedEarly: { kind: 'exitedEarly' },
    forbiddenCall: { kind: 'forbiddenCall' },
    mutatedInput: { kind: 'mutatedInput' },
    forbiddenImport: { kind: 'forbiddenImport' },
    invalidAnswer: { kind: 'invalidAnswer', reason: 'no number' },
    notRun: { kind: 'notRun' },
  };
  for (const verdict of Object.values(kinds)) {
    expect(scoreOfReport(CODE, { verdict, groups: [], metric: null })?.possible).toBe(10);
  }
});
