import { z } from 'zod';
import { FilePath, head, SkillId, Slug } from './question-head';

export const LANGUAGES = ['python', 'sql', 'r', 'javascript', 'typescript'] as const;
export type Language = (typeof LANGUAGES)[number];

const Limits = z.strictObject({
  cpuSeconds: z.number().positive().max(120),
  memoryMb: z.number().int().min(16).max(4096),
});

/** How a planted wrong solution must fail. */
const Mutant = z.strictObject({
  file: FilePath,
  misconception: Slug,
  /** The groups that must catch it; for model questions none. */
  fails: z.array(Slug).default([]),
  by: z.enum(['answer', 'time', 'memory', 'crash', 'metric']).default('answer'),
  /** Model questions: the metric it reaches on the hidden rows lies in this range. */
  metric: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
});

const LanguageFile = z.strictObject({
  /** The function that is called. Absent for SQL. */
  entry: z.string().regex(/^[A-Za-z_]\w*$/).optional(),
  /** Python: `data` brings numpy, pandas, scipy and scikit-learn, `none` the standard library alone. */
  packages: z.enum(['data', 'none']).optional(),
  /** SQL: the dialect and the server; PostgreSQL when absent. */
  dialect: z.enum(['postgresql', 'sqlite']).optional(),
  /** SQL: whether the statement may change rows. */
  mayWrite: z.boolean().optional(),
  starter: FilePath,
  solution: FilePath,
  /** Other solutions that must pass. */
  alternatives: z.array(FilePath).default([]),
  limits: Limits,
  mutants: z.array(Mutant).min(4, 'plant at least four wrong solutions'),
  /** Small faults in the reference, by the name that the check gives them, that change nothing; and why they do not. */
  waived: z.array(z.strictObject({ fault: z.string().min(3), why: z.string().min(10) })).default([]),
});

/** A relative tolerance of 1 would take 0 for any number. */
const tolerances = { relTol: z.number().min(0).lt(1).default(0), absTol: z.number().min(0).default(0) };

export const Compare = z.discriminatedUnion('type', [
  /**
   * Compares values part by part; numbers within the tolerances, NaN equal to NaN. One rule for all languages: 1 and
   * 1.0 are the same number and True is none; lists, tuples and arrays with the same items are the same.
   */
  z.strictObject({
    type: z.literal('value'),
    ...tolerances,
    /**
     * The list that the answer is: in order (when absent), in any order, or in any order whatever the repeats. Lists
     * within it are always in order.
     */
    list: z.enum(['sequence', 'multiset', 'set']).optional(),
    /** DataFrames and Series: */
    rowOrder: z.enum(['kept', 'any']).default('kept'),
    columnOrder: z.enum(['kept', 'any']).default('any'),
    index: z.enum(['kept', 'ignored']).default('ignored'),
    dtype: z.enum(['kept', 'ignored']).default('ignored'),
  }),
  /** Compares the rows of a query, in order or as a multiset. */
  z.strictObject({
    type: z.literal('rows'),
    ...tolerances,
    ordered: z.boolean(),
    columnNames: z.enum(['kept', 'ignored']).default('kept'),
  }),
]);
export type Compare = z.infer<typeof Compare>;

const Group = z.strictObject({
  title: z.string().min(3),
  points: z.number().int().positive(),
  /** Said when the group fails: the kind of case, never its values. */
  hint: z.string().optional(),
});

export const CodeFile = z.strictObject({
  ...head,
  kind: z.literal('code'),
  datasets: z.array(Slug).default([]),
  languages: z.partialRecord(z.enum(LANGUAGES), LanguageFile),
  cases: z.strictObject({
    /**
     * Python or R, run in the author's root: `make(seed, part)` with part `public` or `hidden` gives
     * `{group: [case, …]}`; a case is `{"args": […]}`, for SQL `{"tables": {table: [row, …]}}`.
     */
    make: FilePath,
    /** SQL only: the statements that create the tables. */
    schema: FilePath.optional(),
  }),
  groups: z.record(Slug, Group),
  compare: Compare,
});

export const METRICS = [
  'average_precision',
  'roc_auc',
  'mae',
  'rmse',
  'accuracy',
  'f1_macro',
  'log_loss',
  'r2',
  'pinball',
  'ndcg',
  'recall_at_capacity',
  'calibration_error',
  'false_positive_rate',
] as const;
export type MetricName = (typeof METRICS)[number];

/** What a metric needs besides its name; `metric-parameters.ts` says which needs what. */
const metricParameters = {
  /** ndcg: how many of each list count. */
  k: z.number().int().positive().optional(),
  /** pinball: which quantile is predicted. */
  quantile: z.number().gt(0).lt(1).optional(),
  /** recall_at_capacity: how many rows are looked at, in each group of `by` or in all. */
  capacity: z.number().int().positive().optional(),
  /** calibration_error: how many bins of equal width. */
  bins: z.number().int().min(2).max(100).optional(),
  /** false_positive_rate: a prediction from here on is an alarm. */
  threshold: z.number().optional(),
  /** ndcg, recall_at_capacity: what a group of rows is, for example `query`; the data has the key `groups`. */
  by: z.string().regex(/^[a-z][a-z0-9 -]*$/, 'say in lower case what a group is, for example "query"').optional(),
};

/** A second line that a model must keep as well as the pass line. */
const Guard = z.strictObject({
  /** What is guarded, as the candidate reads it, for example "Newsletters blocked". */
  title: z.string().min(3).max(60),
  name: z.enum(METRICS),
  ...metricParameters,
  /** The worst value that is taken: the most of an error, the least of a merit. */
  limit: z.number(),
  /** Only these rows count: a key of `slices` in the data. All when absent. */
  slice: z.string().regex(/^[a-z][a-z0-9 -]*$/, 'name a slice in lower case, for example "newsletters"').optional(),
});

export const ModelFile = z.strictObject({
  ...head,
  kind: z.literal('model'),
  datasets: z.array(Slug).default([]),
  languages: z.partialRecord(z.enum(['python', 'r']), LanguageFile),
  data: z.strictObject({
    /**
     * Python or R, run in the author's root: `make(seed, part)` gives `{"train": DataFrame, "test": DataFrame,
     * "truth": [number, …], "resampleBy": [key, …] | None}`, with a metric by groups also `"groups": [key, …]`, and
     * with guards on slices also `"slices": {slice: [True or False, …]}`.
     */
    make: FilePath,
  }),
  /** The plain way that a good answer must beat, in the language of the reference and run like it. */
  baseline: FilePath,
  /** How often a submission is run, each time with other dice; the median counts. */
  seeds: z.union([z.literal(1), z.literal(3)]).default(1),
  /** With 3 seeds: the runs may differ by no more than this in the metric. */
  maxSpread: z.number().positive().optional(),
  metric: z.strictObject({
    name: z.enum(METRICS),
    ...metricParameters,
    pass: z.number(),
    stretch: z.number(),
    /** What the bootstrap redraws: single rows, or whole groups of rows that share a value of `resampleBy`. */
    resample: z.string().regex(/^(rows|group:[a-z][a-z0-9 -]*)$/, 'write rows or group:<what a group is>'),
  }),
  guards: z.array(Guard).default([]),
});

export type CodeFile = z.infer<typeof CodeFile>;
export type ModelFile = z.infer<typeof ModelFile>;

/** `bank.yaml` at the top of a bank. `organization` is null for the public bank. */
export const BankFile = z.strictObject({
  id: Slug,
  name: z.string().min(2),
  organization: z.string().nullable(),
  use: z.enum(['practice', 'assessment', 'both']),
  licence: z.string(),
});
export type BankFile = z.infer<typeof BankFile>;

/** `datasets/<id>/dataset.yaml`. */
export const DatasetFile = z.strictObject({
  title: z.string(),
  /** Real data, or made by a simulator of ours; said on the page. */
  origin: z.enum(['real', 'simulated']),
  licence: z.string(),
  source: z.string(),
  url: z.string().optional(),
  description: z.string(),
  /** File name in the box to file in an installed npm package. Empty for data that the author's root already holds. */
  files: z.record(z.string(), z.strictObject({ package: z.string(), path: FilePath })).default({}),
  /** Python in the dataset's folder, for simulated data: a question's generator imports it by the id of the dataset. */
  simulator: FilePath.optional(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string(), description: z.string() })).default([]),
});
export type DatasetFile = z.infer<typeof DatasetFile>;

export const TaxonomyFile = z.strictObject({
  version: z.literal(1),
  domains: z.array(
    z.strictObject({
      id: Slug,
      name: z.string(),
      skills: z.array(
        z.strictObject({
          id: SkillId,
          name: z.string(),
          kinds: z.array(z.string()),
          topics: z.array(z.string()),
          aliases: z.array(SkillId).default([]),
        }),
      ),
    }),
  ),
});
export type TaxonomyFile = z.infer<typeof TaxonomyFile>;

/** `misconceptions.yaml`: id to one sentence that says what the person believes. */
export const MisconceptionsFile = z.record(Slug, z.string().min(10));
