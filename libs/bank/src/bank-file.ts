import { z } from 'zod';
import { FilePath, SkillId, Slug } from './question-head';
import { isShowable } from './shown-names';

/** A name that others see. */
const ShownName = z
  .string()
  .refine(isShowable, 'it has a character that is not seen, or a word with letters of two scripts');

/** `bank.yaml` at the top of a bank. `organization` is null for the public bank. */
export const BankFile = z.strictObject({
  id: Slug,
  name: ShownName.min(2),
  organization: z.string().nullable(),
  use: z.enum(['practice', 'assessment', 'both', 'trial']),
  licence: z.string(),
});
export type BankFile = z.infer<typeof BankFile>;

/** The name of an npm package: one folder of `node_modules`, or two, so that no name leads to another place of the disk. */
const PackageName = z
  .string()
  .regex(/^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/i, 'write the name of an npm package');

/** `datasets/<id>/dataset.yaml`. */
export const DatasetFile = z.strictObject({
  title: z.string(),
  /** Real data or data of a simulator; shown on the page. */
  origin: z.enum(['real', 'simulated']),
  licence: z.string(),
  source: z.string(),
  url: z.string().optional(),
  description: z.string(),
  /** By file name in the box, a file of an installed npm package. Empty if the author's root already has the data. */
  files: z.record(FilePath, z.strictObject({ package: PackageName, path: FilePath })).default({}),
  /** For simulated data, a Python file in the dataset's folder. A generator imports it by the id of the dataset. */
  simulator: FilePath.optional(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string(), description: z.string() })).default([]),
});
export type DatasetFile = z.infer<typeof DatasetFile>;

export const TaxonomyFile = z.strictObject({
  version: z.literal(1),
  domains: z.array(
    z.strictObject({
      id: Slug,
      name: ShownName,
      skills: z.array(
        z.strictObject({
          id: SkillId,
          name: ShownName,
          kinds: z.array(z.string()),
          topics: z.array(z.string()),
          aliases: z.array(SkillId).default([]),
        }),
      ),
    }),
  ),
});
export type TaxonomyFile = z.infer<typeof TaxonomyFile>;

/** `misconceptions.yaml`: by id, one sentence that says what the person believes. */
export const MisconceptionsFile = z.record(Slug, z.string().min(10));
