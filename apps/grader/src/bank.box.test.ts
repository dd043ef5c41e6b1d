import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { CodeBundle, Language, LoadedQuestion, ModelBundle, Mutant, NumericBundle } from '@holdout/bank';
import { isHigherBetter, readBank } from '@holdout/bank';
import { datasetFile, sha256 } from '@holdout/bank-files';
import { binariesFor } from '@holdout/embedded-postgres';
import type { GradeReport, MaterializedData, MetricReport, VerdictKind } from '@holdout/grading';
import { drawVariants, grade, materialize, runPublic, withDatasetFiles } from '@holdout/grading';
import type { Sandbox } from '@holdout/sandbox';
import { createSandbox } from '@holdout/sandbox-driver';

const SEEDS = { publicSeed: '1', hiddenSeed: '20261120' };
/** Seeds the bootstrap; hashing megabytes for each run would only take time. */
const DATA_HASH = '5e'.repeat(32);
const top = resolve('bank');
const files = readdirSync(top, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
  .map((entry) => join(entry.parentPath, entry.name));
const bank = readBank(new Map(files.map((path) => [relative(top, path), readFileSync(path, 'utf8')])), { sha256 });
const signal = new AbortController().signal;

let scratchDir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  scratchDir = mkdtempSync(join(tmpdir(), 'holdout-bank-'));
  const postgresBinaries = binariesFor(process.cwd(), null);
  const box = await createSandbox({ scratchDir, nodeBinary: process.execPath, postgresBinaries });
  sandbox = withDatasetFiles(box, (file) => datasetFile(resolve('node_modules'), file));
}, 60_000);
afterAll(async () => {
  await sandbox.close();
  rmSync(scratchDir, { recursive: true, force: true });
});

test('the bank has thirteen questions and no issue', () => {
  expect(bank.issues).toEqual([]);
  expect(bank.questions).toHaveLength(13);
});

const numeric = bank.questions
  .map(({ bundle }) => bundle)
  .filter((bundle): bundle is NumericBundle => bundle.kind === 'numeric');

test.each(numeric.map((bundle) => [bundle.id, bundle] as const))(
  '%s draws 500 variants whose mistakes are known',
  async (_id, bundle) => {
    const variants = await drawVariants(
      { kind: 'drawVariants', bundleHash: '', seed: '1d'.repeat(32), count: 500 },
      bundle,
      sandbox,
      signal,
    );
    const named = new Set(variants.flatMap(({ wrong }) => wrong.map(({ misconception }) => misconception)));
    expect([...named].filter((id) => !Object.hasOwn(bank.misconceptions, id))).toEqual([]);
    expect(new Set(variants.map(({ shown }) => JSON.stringify(shown))).size).toBe(500);
  },
);

type Runnable = LoadedQuestion & { readonly bundle: CodeBundle | ModelBundle };

const runnable = bank.questions.filter(
  (question): question is Runnable => question.bundle.kind === 'code' || question.bundle.kind === 'model',
);

describe.each(runnable.map((question) => [question.bundle.id, question] as const))(
  '%s',
  (_id, { bundle, hash, alternatives, mutants }) => {
    let hidden: MaterializedData;
    let shown: MaterializedData;
    const languages = Object.keys(bundle.candidate.languages) as Language[];

    beforeAll(async () => {
      const job = { kind: 'materialize' as const, bundleHash: hash, scope: 'practice', ...SEEDS };
      ({ hiddenData: hidden, publicData: shown } = await materialize(job, bundle, sandbox, signal));
    }, 120_000);

    const gradeOn = (data: MaterializedData, language: Language, source: string): Promise<GradeReport> => {
      const job = { kind: 'grade' as const, submissionId: '', bundleHash: hash, scope: 'practice', language, source };
      return grade(job, { bundle, data, dataHash: DATA_HASH }, sandbox, signal);
    };

    const solutions = [
      ...languages.map((language) => ({ language, source: bundle.secret.solutions[language] })),
      ...alternatives,
    ].map(({ language, source }) => [source?.path ?? '', language, source?.text ?? ''] as const);

    test.each(solutions)(
      '%s passes, in under half of the CPU time',
      async (_path, language, source) => {
        const report = await gradeOn(hidden, language, source);
        expect(report.groups.filter(({ verdict }) => verdict.kind !== 'passed')).toEqual([]);
        const cpuMs = report.groups.map((group) => group.cpuMs ?? 0);
        expect(Math.max(...cpuMs)).toBeLessThan(500 * (bundle.candidate.languages[language]?.cpuSeconds ?? 0));
        checkLine(report.metric, 1);
      },
      60_000,
    );

    test('the reference passes the public cases', async () => {
      const [[, language, source] = ['', 'python' as const, '']] = solutions;
      const job = {
        kind: 'run' as const,
        submissionId: '',
        bundleHash: hash,
        scope: 'practice',
        language,
        source,
        ownInput: null,
      };
      const report = await runPublic(job, { bundle, data: shown, dataHash: DATA_HASH }, sandbox, signal);
      expect(report.cases.map(({ verdict }) => verdict.kind)).not.toContain('notGraded');
      if (bundle.kind === 'code') expect(report.verdict).toEqual({ kind: 'passed' });
    }, 60_000);

    test.each(languages)(
      'the %s starter fails',
      async (language) => {
        const report = await gradeOn(hidden, language, bundle.candidate.languages[language]?.starter ?? '');
        expect(report.verdict.kind).not.toMatch(/passed|notGraded/);
      },
      60_000,
    );

    test.each(mutants.map((mutant) => [mutant.source.path, mutant] as const))(
      '%s fails where and as it says',
      async (_path, mutant) => {
        const report = await gradeOn(onlyGroups(hidden, mutant.fails), mutant.language, mutant.source.text);
        for (const { verdict } of report.groups) expect(FAILS_BY[mutant.by]).toContain(verdict.kind);
        expect(report.groups.length).toBeGreaterThan(0);
        checkRange(report.metric, mutant);
        checkLine(report.metric, -1);
      },
      60_000,
    );
  },
);

const FAILS_BY: Readonly<Record<Mutant['by'], readonly VerdictKind[]>> = {
  answer: ['wrongAnswer', 'invalidAnswer'],
  time: ['timeLimit'],
  memory: ['memoryLimit'],
  crash: ['crashed', 'exitedEarly'],
  metric: ['wrongAnswer'],
};

/** A planted mistake need only be run where it must fail. */
function onlyGroups(data: MaterializedData, names: readonly string[]): MaterializedData {
  if (data.kind === 'model') return data;
  if (data.kind === 'calls') return { ...data, groups: data.groups.filter(({ name }) => names.includes(name)) };
  return { ...data, groups: data.groups.filter(({ name }) => names.includes(name)) };
}

function checkRange(metric: MetricReport | null, { metric: range = {} }: Mutant): void {
  if (metric === null) return;
  const { min = -Infinity, max = Infinity } = range;
  expect(metric.value).toBeGreaterThanOrEqual(min);
  expect(metric.value).toBeLessThanOrEqual(max);
}

/** A pass line is only worth having three standard errors away from what must pass (`side` 1) and what must fail (−1). */
function checkLine(metric: MetricReport | null, side: 1 | -1): void {
  if (metric === null) return;
  const standardError = (metric.high - metric.low) / (2 * 1.96);
  const ahead = (metric.value - metric.pass) * side * (isHigherBetter(metric.name) ? 1 : -1);
  expect(ahead / standardError).toBeGreaterThanOrEqual(3);
}
