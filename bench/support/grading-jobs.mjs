import { spawnSync } from 'node:child_process';
import { GROUPBY, LOGREG, R_LM, TRIVIAL } from './programs.mjs';

const ROWS = 10_000;
const LIMITS = { cpuSeconds: 10, memoryMb: 512 };
const CANCER = `import json
from sklearn.datasets import load_breast_cancer
bunch = load_breast_cancer()
print(json.dumps([bunch.data.tolist(), bunch.target.tolist()]))`;

/** The same pseudo-random numbers in every run: the linear congruential generator of Park and Miller, 1988. */
function numbers(count, seed = 20261121) {
  let state = seed;
  return Array.from({ length: count }, () => (state = (state * 48271) % 2147483647) / 2147483647);
}

const routes = numbers(ROWS, 7).map((share) => `route-${Math.floor(share * 50)}`);
const delays = numbers(ROWS).map((share) => Math.round(share * 18_000) / 100);

function cancer() {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', CANCER], { maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`The breast cancer data could not be read: ${stderr}`);
  return JSON.parse(stdout);
}

/** The graded programs by the name of the ratio: language, source and the arguments of the only call. */
export function callJobs() {
  const x = numbers(200, 3);
  return {
    trivial: { language: 'python', source: TRIVIAL, args: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]] },
    groupby: { language: 'python', source: GROUPBY, args: [{ route: routes, delay: delays }] },
    logreg: { language: 'python', source: LOGREG, args: cancer() },
    'r-lm': { language: 'r', source: R_LM, args: [x, numbers(200, 5).map((noise, row) => 2 + 3 * x[row] + noise)] },
  };
}

export const QUERY = `select route, round(avg(delay), 3) as mean, max(delay) as longest, count(*) as flights
from flight group by route order by route`;
export const SCHEMA = 'create table flight (id int primary key, route text not null, delay numeric not null)';
export const TABLES = { flight: routes.map((route, row) => ({ id: row + 1, route, delay: delays[row] })) };

const HEAD = { format: 1, title: 'Measured', skills: [], level: 1, minutes: 1, licence: 'CC-BY-4.0', sources: [] };
const TOLERANCE = { relTol: 1e-6, absTol: 1e-5 };

function materialOf(language, { entry, schema, compare, data }) {
  const group = { name: 'all', title: 'All', points: 1, hint: null };
  const shown = { statement: '', hints: [], datasets: [], groups: [group] };
  const languages = { [language]: { entry, starter: '', ...LIMITS } };
  return {
    bundle: {
      ...HEAD,
      id: 'public/code.measured',
      kind: 'code',
      candidate: { ...shown, languages, ...(schema && { schema }) },
      secret: { explanation: '', datasets: [], solutions: {}, schema, compare },
    },
    data,
    dataHash: '0'.repeat(64),
  };
}

/** A question with one hidden case and its correct answer. */
export function callMaterial({ language, args }, expected) {
  const compare = {
    type: 'value',
    ...TOLERANCE,
    rowOrder: 'kept',
    columnOrder: 'any',
    index: 'ignored',
    dtype: 'ignored',
  };
  const data = { kind: 'calls', groups: [{ name: 'all', cases: [{ args, expected }] }] };
  return materialOf(language, { entry: 'solve', schema: null, compare, data });
}

/** The same for a query on the rows of one table. */
export function queryMaterial(expected) {
  const compare = { type: 'rows', ordered: true, columnNames: 'kept', relTol: 0, absTol: 0 };
  const data = { kind: 'queries', groups: [{ name: 'all', cases: [{ tables: TABLES, expected }] }] };
  return materialOf('sql', { entry: null, schema: SCHEMA, compare, data });
}

/** The payload of the job in the queue. */
export function jobOf(language, source) {
  return { kind: 'grade', submissionId: 'measured', bundleHash: '0'.repeat(64), scope: 'practice', language, source };
}
