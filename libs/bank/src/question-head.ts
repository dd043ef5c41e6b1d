import { z } from 'zod';
import { hasUnseen, withoutJoiners } from './shown-names';

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write it in lower case with hyphens, for example "two-words"');
export const SkillId = z
  .string()
  .regex(/^[a-z]+\.[a-z0-9-]+$/, 'write it as in taxonomy.yaml, for example "eval.validate"');
/** A path inside the question's own folder. */
export const FilePath = z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/, 'name a file inside the question folder');

/** A text in one line, in which every character is seen. */
const Title = z
  .string()
  .min(3)
  .max(80)
  .refine(
    (text) => !hasUnseen(withoutJoiners(text)),
    'it has a character that is not seen or that changes the order of others; remove it',
  );

/** The common fields of every question.yaml. */
export const head = {
  format: z.literal(1),
  /** Contains the industry's term, so that the question is found by searching for it. */
  title: Title,
  subtitle: Title.optional(),
  skills: z.array(SkillId).min(1),
  level: z.number().int().min(1).max(5),
  minutes: z.number().int().positive().max(180),
  licence: z.string().min(2),
  authors: z.array(z.string()).optional(),
  sources: z.array(z.string()).default([]),
  reviewed: z.strictObject({ by: z.array(z.string()).min(1), on: z.string() }).optional(),
};
