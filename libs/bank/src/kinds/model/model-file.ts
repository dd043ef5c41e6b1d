import { z } from 'zod';
import { MODEL_LANGUAGES } from '../../languages';
import { FilePath, head, Slug } from '../../question-head';
import { LanguageFile } from '../code/code-file';

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
  by: z
    .string()
    .regex(/^[a-z][a-z0-9 -]*$/, 'say in lower case what a group is, for example "query"')
    .optional(),
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
  slice: z
    .string()
    .regex(/^[a-z][a-z0-9 -]*$/, 'name a slice in lower case, for example "newsletters"')
    .optional(),
});

export const ModelFile = z.strictObject({
  ...head,
  kind: z.literal('model'),
  datasets: z.array(Slug).default([]),
  languages: z.partialRecord(z.enum(MODEL_LANGUAGES), LanguageFile),
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
export type ModelFile = z.infer<typeof ModelFile>;
