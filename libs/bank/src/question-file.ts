import { z } from 'zod';

/** Kinds that this version of the format knows. The other kinds of the product arrive with their schemas. */
export const QUESTION_KINDS = ['choice', 'numeric', 'code', 'model'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const LANGUAGES = ['python', 'sql'] as const;
export type Language = (typeof LANGUAGES)[number];

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write it in lower case with hyphens, for example "two-words"');
const SkillId = z.string().regex(/^[a-z]+\.[a-z0-9-]+$/, 'write it as in taxonomy.yaml, for example "eval.validate"');
/** A path inside the question's own folder. */
const FilePath = z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/, 'name a file inside the question folder');

const head = {
  format: z.literal(1),
  title: z.string().min(3).max(80),
  skills: z.array(SkillId).min(1),
  level: z.number().int().min(1).max(5),
  minutes: z.number().int().positive().max(180),
  licence: z.string().min(2),
  authors: z.array(z.string()).optional(),
  sources: z.array(z.string()).default([]),
  reviewed: z.strictObject({ by: z.array(z.string()).min(1), on: z.string() }).optional(),
};

const Option = z.strictObject({
  id: Slug,
  key: z.boolean().default(false),
  misconception: Slug.optional(),
  text: z.string().min(1),
  why: z.string().min(1),
});

/**
 * `one`: exactly one key, all or nothing. `many`: each shown key picked adds 1/keys, each other option picked takes
 * 1/keys away, never below 0.
 */
export const ChoiceFile = z.strictObject({
  ...head,
  kind: z.literal('choice'),
  choose: z.enum(['one', 'many']),
  /** How many options a variant shows; every key is always among them. All when absent. */
  show: z.number().int().min(2).optional(),
  options: z.array(Option).min(2).max(12),
});

export const NumericFile = z.strictObject({
  ...head,
  kind: z.literal('numeric'),
  /** Exports `make(rng)`, pure: `{shown, answer: {value, absTol | relTol}, wrong: [{value, misconception}], explained?}`. */
  family: FilePath.default('family.mjs'),
  unit: z.string().default(''),
  /** How to write the answer, for example "One decimal". */
  writeAs: z.string().optional(),
});

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
  starter: FilePath,
  solution: FilePath,
  /** Other solutions that must pass. */
  alternatives: z.array(FilePath).default([]),
  limits: Limits,
  mutants: z.array(Mutant).min(4, 'plant at least four wrong solutions'),
});

const tolerances = { relTol: z.number().min(0).default(0), absTol: z.number().min(0).default(0) };

export const Compare = z.discriminatedUnion('type', [
  /** Compares values part by part; numbers within the tolerances, NaN equal to NaN. */
  z.strictObject({
    type: z.literal('value'),
    ...tolerances,
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
     * Python, run in the author's root: `make(seed, part)` with part `public` or `hidden` gives
     * `{group: [case, …]}`; a case is `{"args": […]}`, for SQL `{"tables": {table: [row, …]}}`.
     */
    make: FilePath,
    /** SQL only: the statements that create the tables. */
    schema: FilePath.optional(),
  }),
  groups: z.record(Slug, Group),
  compare: Compare,
});

export const METRICS = ['average_precision', 'roc_auc', 'mae', 'rmse', 'accuracy', 'f1_macro', 'log_loss'] as const;
export type MetricName = (typeof METRICS)[number];

export const ModelFile = z.strictObject({
  ...head,
  kind: z.literal('model'),
  datasets: z.array(Slug).default([]),
  languages: z.partialRecord(z.enum(['python']), LanguageFile),
  data: z.strictObject({
    /**
     * Python, run in the author's root: `make(seed, part)` gives `{"train": DataFrame, "test": DataFrame,
     * "truth": [number, …], "resampleBy": [key, …] | None}`.
     */
    make: FilePath,
  }),
  metric: z.strictObject({
    name: z.enum(METRICS),
    pass: z.number(),
    stretch: z.number(),
    /** What the bootstrap redraws: single rows, or whole groups of rows that share a value of `resampleBy`. */
    resample: z.string().regex(/^(rows|group:[a-z][a-z0-9 -]*)$/, 'write rows or group:<what a group is>'),
  }),
});

export const QuestionFile = z.discriminatedUnion('kind', [ChoiceFile, NumericFile, CodeFile, ModelFile]);
export type QuestionFile = z.infer<typeof QuestionFile>;
export type ChoiceFile = z.infer<typeof ChoiceFile>;
export type NumericFile = z.infer<typeof NumericFile>;
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
