import type { CallProgram, End, Program } from '@holdout/sandbox';
import { FakeSandbox } from '@holdout/sandbox';
import { grade } from './grade';
import type { GradeJob } from '../contract/job';
import type { Material } from '../contract/material';
import { aCodeBundle, CALLS } from './test-bundles';

const job: GradeJob = {
  kind: 'grade',
  submissionId: 's',
  bundleHash: 'b',
  scope: 'practice',
  language: 'python',
  source: 'SOURCE',
};
const signal = new AbortController().signal;
const answered: End = { kind: 'answered' };
const code: Material = { bundle: aCodeBundle(), data: CALLS, dataHash: 'ab'.repeat(32) };
const ok = (value: unknown) => ({ ok: true, value });
/** Adds up, as the reference does. */
const right = (program: Program) => ({
  end: answered,
  answer: {
    calls: (program as CallProgram).calls.map(([numbers]) =>
      ok((numbers as number[]).reduce((sum, each) => sum + each, 0)),
    ),
  },
});
const gradeWith = (material: Material, reply: (program: Program, index: number) => { end: End; answer?: unknown }) =>
  grade(job, material, new FakeSandbox(reply), signal);

describe('what the question forbids', () => {
  const forbid = { mutation: true, imports: ['statistics'] };
  const strict = {
    ...code,
    bundle: { ...code.bundle, candidate: { ...code.bundle.candidate, forbid } },
  } as typeof code;
  const broke = (broken: unknown) => ({ ok: false, error: { type: 'Mutation', message: '', traceback: '', broken } });
  const mutated = { end: answered, answer: { calls: [broke({ rule: 'mutation', argument: 2 }), ok(4)] } };

  test('is observed by the box, and is a verdict of its own without details', async () => {
    const sandbox = new FakeSandbox((program, index) => (index === 0 ? mutated : right(program)));
    const report = await grade(job, strict, sandbox, signal);
    expect(sandbox.programs.map((program) => 'forbid' in program && program.forbid)).toEqual([forbid, forbid]);
    expect(report.groups.map(({ verdict }) => verdict)).toEqual([{ kind: 'mutatedInput' }, { kind: 'passed' }]);
  });

  test('is named when it is imported on loading, where no case is seen', async () => {
    const error = {
      type: 'ForbiddenImport',
      message: '',
      traceback: '',
      line: 2,
      broken: { rule: 'import', name: 'statistics' },
    };
    const report = await gradeWith(strict, () => ({ end: answered, answer: { loadError: error } }));
    const verdict = { kind: 'forbiddenImport', name: 'statistics', line: 2 };
    expect(report.groups.map((group) => group.verdict)).toEqual([verdict, verdict]);
  });

  test('cannot be claimed where the question forbids nothing', async () => {
    const report = await gradeWith(code, (program, index) => (index === 0 ? mutated : right(program)));
    expect(report.groups[0]?.verdict).toMatchObject({ kind: 'crashed' });
  });
});
