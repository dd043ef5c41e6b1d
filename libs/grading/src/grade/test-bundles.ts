import type { CodeBundle, ModelBundle, NumericBundle } from '@holdout/bank';
import type { MaterializedCalls, MaterializedModel, MaterializedQueries } from '../contract/job';

const head = {
  format: 1,
  title: 'A question',
  skills: [],
  level: 1,
  minutes: 5,
  licence: 'CC-BY-4.0',
  sources: [],
} as const;
const limits = { cpuSeconds: 2, memoryMb: 64 };
const make = { path: 'cases/make.py', text: 'def make(seed, part): ...' };

/** A question whose answer is a Python function with two groups of cases. */
export function aCodeBundle(): CodeBundle {
  return {
    ...head,
    id: 'public/code.total',
    kind: 'code',
    candidate: {
      statement: 'Add up.',
      hints: [],
      datasets: [],
      languages: { python: { entry: 'total', starter: '', ...limits } },
      groups: [
        { name: 'plain', title: 'Plain numbers', points: 4, hint: null },
        { name: 'empty', title: 'Nothing', points: 6, hint: null },
      ],
    },
    secret: {
      explanation: '',
      make,
      datasets: [{ id: 'films', files: { 'movies.json': { package: 'vega-datasets', path: 'data/movies.json' } } }],
      solutions: { python: { path: 'solution/main.py', text: 'REFERENCE' } },
      schema: null,
      compare: {
        type: 'value',
        relTol: 1e-9,
        absTol: 0,
        rowOrder: 'kept',
        columnOrder: 'any',
        index: 'ignored',
        dtype: 'ignored',
      },
    },
  };
}

/** A question whose answer is a query. */
export function aSqlBundle(): CodeBundle {
  const { candidate, secret, ...rest } = aCodeBundle();
  const schema = 'CREATE TABLE flight (id int)';
  return {
    ...rest,
    id: 'public/code.flights',
    candidate: { ...candidate, schema, languages: { sql: { entry: null, starter: '', ...limits } } },
    secret: {
      ...secret,
      schema,
      solutions: { sql: { path: 'solution/main.sql', text: 'REFERENCE' } },
      compare: { type: 'rows', ordered: true, columnNames: 'kept', relTol: 0, absTol: 0 },
    },
  };
}

/** A question whose answer is a model's predictions. */
export function aModelBundle(resample = 'rows'): ModelBundle {
  const { candidate, secret } = aCodeBundle();
  const { groups: _groups, ...shown } = candidate;
  const { compare: _compare, schema: _schema, ...kept } = secret;
  return {
    ...head,
    id: 'public/model.faults',
    kind: 'model',
    candidate: { ...shown, metric: { name: 'average_precision', pass: 0.9, stretch: 0.96, resample } },
    secret: { ...kept, baseline: { path: 'baseline.py', text: 'BASELINE' } },
  };
}

/** A numeric family whose statement asks for `{{n}}`. */
export function aNumericBundle(): NumericBundle {
  return {
    ...head,
    id: 'public/numeric.share',
    kind: 'numeric',
    candidate: { statement: 'What share of {{n}}?', hints: [], unit: '%', writeAs: null },
    secret: { explanation: 'It is {{share}}.', family: { path: 'family.mjs', text: 'export function make() {}' } },
  };
}

export const CALLS: MaterializedCalls = {
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
};

export const QUERIES: MaterializedQueries = {
  kind: 'queries',
  groups: [
    {
      name: 'plain',
      cases: [
        {
          tables: { flight: [{ id: 1 }, { id: null }] },
          expected: { columns: [{ name: 'n', type: 'bigint' }], rows: [['2']], truncated: false },
        },
      ],
    },
  ],
};

export const MODEL: MaterializedModel = {
  kind: 'model',
  train: { $: 'dataframe', index: [0], columns: [{ name: 'x', dtype: 'int64', values: [1] }] },
  test: { $: 'dataframe', index: [0, 1, 2, 3], columns: [{ name: 'x', dtype: 'int64', values: [1, 2, 3, 4] }] },
  truth: [0, 1, 0, 1],
  resampleBy: null,
  baseline: 0.6,
  reference: 0.97,
};
