import type { CodeBundle, Language } from '@holdout/bank';
import { grade } from '@holdout/grading';
import type { GradeJob, GradeReport, Material, MaterializedData } from '@holdout/grading';
import type { Sandbox } from '@holdout/sandbox';
import type { HostileLanguage } from './attack';

/** The question that forgeries answer: the sum of some numbers, or the number of rows. */
const CALLS: MaterializedData = {
  kind: 'calls',
  groups: [
    {
      name: 'few',
      cases: [
        { args: [[1, 2]], expected: 3 },
        { args: [[1, 2]], expected: 3 },
        { args: [[40, 2]], expected: 42 },
      ],
    },
    { name: 'more', cases: [{ args: [[8_675_300, 9]], expected: 8_675_309 }] },
  ],
};

const QUERIES: MaterializedData = {
  kind: 'queries',
  groups: [[2, 3], [5]].map((counts, place) => ({
    name: ['few', 'more'][place] ?? '',
    cases: counts.map((count) => ({
      tables: { flight: Array.from({ length: count }, (_, id) => ({ id })) },
      expected: { columns: [{ name: 'n', type: 'bigint' }], rows: [[String(count)]], truncated: false },
    })),
  })),
};

const LANGUAGES: Readonly<Record<HostileLanguage, Language>> = {
  python: 'python',
  javascript: 'javascript',
  typescript: 'typescript',
  r: 'r',
  postgresql: 'sql',
  sqlite: 'sql',
};

/** Correct answers. */
export const HONEST: Readonly<Record<HostileLanguage, string>> = {
  python: 'def solve(values): return sum(values)',
  javascript: 'export const solve = (values) => values.reduce((sum, value) => sum + value, 0);',
  typescript: 'export const solve = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);',
  r: 'solve <- function(values) sum(values)',
  postgresql: 'select count(*) as n from flight',
  sqlite: 'select count(*) as n from flight',
};

/** The question in one language, with its hidden cases. */
export function questionIn(language: HostileLanguage): {
  readonly bundle: CodeBundle;
  readonly data: MaterializedData;
} {
  return { bundle: bundleOf(language), data: LANGUAGES[language] === 'sql' ? QUERIES : CALLS };
}

/** The grading job of a submission to the question. */
export function jobFor(language: HostileLanguage, source: string, bundleHash: string): GradeJob {
  return { kind: 'grade', submissionId: '', bundleHash, scope: 'practice', language: LANGUAGES[language], source };
}

const BY_ROWS = { type: 'rows', ordered: true, columnNames: 'ignored', relTol: 0, absTol: 0 } as const;
const BY_VALUE = {
  type: 'value',
  relTol: 1e-9,
  absTol: 0,
  rowOrder: 'kept',
  columnOrder: 'any',
  index: 'ignored',
  dtype: 'ignored',
} as const;

function bundleOf(language: HostileLanguage): CodeBundle {
  const name = LANGUAGES[language];
  const isSql = name === 'sql';
  const schema = isSql ? { schema: 'create table flight (id int)' } : {};
  const shown = { entry: isSql ? null : 'solve', starter: '', cpuSeconds: 1, memoryMb: 128 };
  return {
    format: 1,
    id: 'hostile/code.sum',
    kind: 'code',
    title: 'A sum',
    skills: [],
    level: 1,
    minutes: 5,
    licence: 'CC-BY-4.0',
    sources: [],
    candidate: {
      statement: '',
      hints: [],
      datasets: [],
      languages: { [name]: language === 'sqlite' ? { ...shown, dialect: 'sqlite' } : shown },
      groups: ['few', 'more'].map((group) => ({ name: group, title: group, points: 1, hint: null })),
      ...schema,
    },
    secret: {
      explanation: '',
      make: { path: 'cases/make.py', text: '' },
      datasets: [],
      solutions: { [name]: { path: 'solution/main', text: HONEST[language] } },
      schema: isSql ? 'create table flight (id int)' : null,
      compare: isSql ? BY_ROWS : BY_VALUE,
    },
  };
}

/** Grades a source as the service does. */
export function gradeSource(language: HostileLanguage, source: string, sandbox: Sandbox): Promise<GradeReport> {
  const material: Material = { ...questionIn(language), dataHash: '5e'.repeat(32) };
  const job = jobFor(language, source, '');
  return grade(job, material, sandbox, new AbortController().signal);
}

/**
 * A naive grader: it runs in the candidate's own process, holds the expected values there, and treats exit code 0 as
 * passed. For SQL, it counts the rows that differ.
 */
export const NAIVE_GRADERS: Readonly<Record<HostileLanguage, (source: string) => string>> = {
  python: (source) => `${source}
import os, sys
cases = [{'args': [[1, 2]], 'expected': 3}, {'args': [[40, 2]], 'expected': 42}]
def check():
    for case in cases:
        if not (solve(*case['args']) == case['expected']):
            sys.exit(1)
check()
sys.exit(0)`,
  javascript: (source) => `${source}\n${NAIVE_NODE}`,
  typescript: (source) => `${source}\n${NAIVE_NODE}`,
  r: (source) => `${source}
for (case in list(list(args = c(1, 2), expected = 3), list(args = c(40, 2), expected = 42)))
  if (!isTRUE(all.equal(solve(case$args), case$expected))) base::quit(status = 1)
base::quit(status = 0)`,
  postgresql: (source) => `select count(*) = 0 from (${source}) as mine(n) where n <> 2`,
  sqlite: (source) => `select case when count(*) = 0 then 't' end from (${source}) as mine where n <> 2`,
};

const NAIVE_NODE = `
for (const [values, expected] of [[[1, 2], 3], [[40, 2], 42]]) {
  if (!Object.is(await solve(values), expected)) process.exit(1);
}
process.exit(0);`;
