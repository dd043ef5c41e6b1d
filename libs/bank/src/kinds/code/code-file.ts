import { z } from 'zod';
import { LANGUAGES, PYTHON_PACKAGES, SQL_DIALECTS } from '../../languages';
import { FilePath, head, Slug } from '../../question-head';

const Limits = z.strictObject({
  cpuSeconds: z.number().positive().max(120),
  memoryMb: z.number().int().min(16).max(4096),
});

/** How a planted wrong solution must fail. */
const Mutant = z.strictObject({
  file: FilePath,
  misconception: Slug,
  /** The groups that must detect it; none for model questions. */
  fails: z.array(Slug).default([]),
  by: z.enum(['answer', 'time', 'memory', 'crash', 'rule', 'metric']).default('answer'),
  /** Model questions: the range of its metric on the hidden rows. */
  metric: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
});

/** One language of a question. */
export const LanguageFile = z.strictObject({
  /** The function that is called. Absent for SQL. */
  entry: z
    .string()
    .regex(/^[A-Za-z_]\w*$/)
    .optional(),
  /** Python: `data` when absent. */
  packages: z.enum(PYTHON_PACKAGES).optional(),
  /** SQL: `postgresql` when absent. */
  dialect: z.enum(SQL_DIALECTS).optional(),
  /** SQL: whether the statement may change rows. */
  mayWrite: z.boolean().optional(),
  starter: FilePath,
  solution: FilePath,
  /** Other solutions that must pass. */
  alternatives: z.array(FilePath).default([]),
  limits: Limits,
  mutants: z.array(Mutant).min(4, 'plant at least four wrong solutions'),
  /** Faults in the reference that do not change its behaviour, by the name that the check gives them, with the reason. */
  waived: z.array(z.strictObject({ fault: z.string().min(3), why: z.string().min(10) })).default([]),
});

/**
 * What an answer may not do, although it would give the right result. Its own process observes it: a rule of the exercise and
 * not a wall.
 */
export const Forbid = z
  .strictObject({
    /** Whether a call may change its arguments. */
    mutation: z.literal(true).optional(),
    /** Modules or packages that it may not import. */
    imports: z
      .array(z.string().regex(/^[A-Za-z@][\w./:@-]*$/, 'write the name of a module'))
      .min(1)
      .optional(),
  })
  .refine(
    ({ mutation, imports }) => mutation !== undefined || imports !== undefined,
    'forbid mutation, imports or both',
  );

/** With a relative tolerance of 1, 0 would equal any number. */
const tolerances = { relTol: z.number().min(0).lt(1).default(0), absTol: z.number().min(0).default(0) };

export const Compare = z.discriminatedUnion('type', [
  /**
   * Compares values recursively: numbers within the tolerances, NaN equal to NaN. The same for all languages: 1 and 1.0
   * are equal, True is not a number; lists, tuples and arrays with equal items are equal.
   */
  z.strictObject({
    type: z.literal('value'),
    ...tolerances,
    /**
     * If the answer is a list: in order (when absent), in any order, or as a set. The order of nested lists always
     * counts.
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
  /** Shown when the group fails: the kind of case, never its values. */
  hint: z.string().optional(),
});

export const CodeFile = z.strictObject({
  ...head,
  kind: z.literal('code'),
  datasets: z.array(Slug).default([]),
  languages: z.partialRecord(z.enum(LANGUAGES), LanguageFile),
  cases: z.strictObject({
    /**
     * Python or R, run in the author's root: `make(seed, part)` with part `public` or `hidden` returns
     * `{group: [case, …]}`; a case is `{"args": […]}`, for SQL `{"tables": {table: [row, …]}}`.
     */
    make: FilePath,
    /** SQL only: the statements that create the tables. */
    schema: FilePath.optional(),
  }),
  groups: z.record(Slug, Group),
  compare: Compare,
  forbid: Forbid.optional(),
});
export type CodeFile = z.infer<typeof CodeFile>;
