import type { LoadedQuestion } from '@holdout/bank';
import type { GradeReport } from '@holdout/grading';
import { type Margins, MARGINS, NO_MARGINS } from './margins';
import type { Runnable } from './runnable';
import { mutants } from './rules/mutants';
import { references } from './rules/references';
import type { Rule, Subject } from './subject';

const LIMIT = 3;

const question = {
  hash: 'hash',
  bundle: {
    id: 'public/code.slow',
    kind: 'code',
    candidate: { languages: { python: { cpuSeconds: LIMIT, memoryMb: 100 } } },
    secret: { solutions: { python: { path: 'solution/main.py', text: 'reference' } } },
  },
  alternatives: [],
  mutants: [{ language: 'python', source: { path: 'mutants/slow.py', text: 'mutant' }, fails: ['long'], by: 'time' }],
} as unknown as LoadedQuestion;

/** A machine on which the reference and the mutant take these seconds. */
function machine(seconds: Readonly<Record<string, number>>, margins: Margins): Subject {
  const data = { kind: 'calls', groups: [{ name: 'long', cases: [] }] };
  const grade = async ({ bundle }: Runnable, _data: unknown, { source }: { source: string }): Promise<GradeReport> => {
    const [taken, limit] = [seconds[source] ?? 0, bundle.candidate.languages.python?.cpuSeconds ?? 0];
    const verdict = { kind: taken > limit ? 'timeLimit' : 'passed' };
    return { groups: [{ name: 'long', verdict, cpuMs: 1000 * taken, memoryBytes: 0 }], metric: null } as never;
  };
  const lab = { margins, grade, gradeOnce: grade, materialize: async () => ({ publicData: data, hiddenData: data }) };
  return { question, lab, dice: () => () => 0 } as unknown as Subject;
}

const messagesOf = async (rule: Rule, seconds: Readonly<Record<string, number>>, margins: Margins): Promise<string[]> =>
  (await rule.check(machine(seconds, margins))).findings.map(({ message }) => message);

test.each([
  ['a reference within half of its limit', references, { reference: 1.4 }, false, false],
  ['a reference beyond half of its limit', references, { reference: 1.6 }, true, false],
  ['a reference beyond its limit', references, { reference: 3.1 }, true, true],
  ['a mutant beyond three times its limit', mutants, { mutant: 9.1 }, false, false],
  ['a mutant beyond its limit', mutants, { mutant: 3.1 }, true, false],
  ['a mutant within its limit', mutants, { mutant: 2.9 }, true, true],
] as const)('%s', async (_what, rule, seconds, whenNew, whenKnown) => {
  expect([
    (await messagesOf(rule, seconds, MARGINS)).length > 0,
    (await messagesOf(rule, seconds, NO_MARGINS)).length > 0,
  ]).toEqual([whenNew, whenKnown]);
});
