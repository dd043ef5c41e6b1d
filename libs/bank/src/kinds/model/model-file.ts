import { z } from 'zod';
import { MODEL_LANGUAGES } from '../../languages';
import { FilePath, head, Slug } from '../../question-head';
import { Forbid, LanguageFile } from '../code/code-file';

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

/** The parameters of metrics; `metric-parameters.ts` says which metric needs which. */
const metricParameters = {
  /** ndcg: the number of ranks that count. */
  k: z.number().int().positive().optional(),
  /** pinball: the predicted quantile. */
  quantile: z.number().gt(0).lt(1).optional(),
  /** recall_at_capacity: how many rows are reviewed, in each group of `by` or in total. */
  capacity: z.number().int().positive().optional(),
  /** calibration_error: the number of bins of equal width. */
  bins: z.number().int().min(2).max(100).optional(),
  /** false_positive_rate: a prediction of at least this value is an alarm. */
  threshold: z.number().optional(),
  /** ndcg, recall_at_capacity: what a group of rows is, for example `query`; the data has the key `groups`. */
  by: z
    .string()
    .regex(/^[a-z][a-z0-9 -]*$/, 'name in lower case what a group is, for example "query"')
    .optional(),
};

/** A limit that a model must meet in addition to the pass line. */
const Guard = z.strictObject({
  /** The name of the guard for candidates, for example "Newsletters blocked". */
  title: z.string().min(3).max(60),
  name: z.enum(METRICS),
  ...metricParameters,
  /** The worst accepted value: the maximum of an error, the minimum of a score. */
  limit: z.number(),
  /** Only these rows count: a key of `slices` in the data. All if absent. */
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
     * Python or R, run in the author's root: `make(seed, part)` returns `{"train": DataFrame, "test": DataFrame,
     * "truth": [number, …], "resampleBy": [key, …] | None}`, with a metric by groups also `"groups": [key, …]`, and
     * with guards on slices also `"slices": {slice: [True or False, …]}`.
     */
    make: FilePath,
  }),
  /** The baseline that a good answer must beat, in the language of the reference and run like it. */
  baseline: FilePath,
  /** How often a submission is run, each time with another random state; the median counts. */
  seeds: z.union([z.literal(1), z.literal(3)]).default(1),
  /** With 3 seeds: the largest allowed range of the metric over the runs. */
  maxSpread: z.number().positive().optional(),
  metric: z.strictObject({
    name: z.enum(METRICS),
    ...metricParameters,
    pass: z.number(),
    stretch: z.number(),
    /** What the bootstrap resamples: single rows, or whole groups of rows with the same value in `resampleBy`. */
    resample: z.string().regex(/^(rows|group:[a-z][a-z0-9 -]*)$/, 'write rows or group:<what a group is>'),
  }),
  guards: z.array(Guard).default([]),
  forbid: Forbid.optional(),
});
export type ModelFile = z.infer<typeof ModelFile>;
