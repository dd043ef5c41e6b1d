import { z } from 'zod';
import { LANGUAGES } from '../../languages';
import { FilePath, head, Slug } from '../../question-head';
import { ChoicePart, partHead, Share } from '../shared/part-file';

const LineNumber = z.number().int().positive();

/** A part that is answered by marking lines, counted from 1. */
const LinePart = z.strictObject({
  ...partHead,
  type: z.literal('line'),
  /**
   * `one`: any of the accepted lines earns the points. `all`: each accepted line marked adds its share, each other
   * one subtracts a share, never below 0.
   */
  pick: z.enum(['one', 'all']).default('one'),
  accept: z.array(LineNumber).min(1),
  /** With `pick: one`: lines that earn a share of the points. */
  partial: z
    .array(z.strictObject({ lines: z.array(LineNumber).min(1), score: Share, why: z.string().optional() }))
    .default([]),
  wrong: z.array(z.strictObject({ lines: z.array(LineNumber).min(1), misconception: Slug })).default([]),
  why: z.string().min(1),
});

export const ReadingFile = z.strictObject({
  ...head,
  kind: z.literal('reading'),
  /** For syntax highlighting only; `text` for a log, a table or a configuration. */
  language: z.enum([...LANGUAGES, 'java', 'cpp', 'julia', 'yaml', 'text']),
  /** The file to read, without line numbers. */
  code: FilePath,
  /** Markdown: context that the code does not show. */
  context: z.string().optional(),
  parts: z
    .array(z.discriminatedUnion('type', [LinePart, ChoicePart]))
    .min(1)
    .max(8),
});
export type ReadingFile = z.infer<typeof ReadingFile>;
export type LinePart = z.infer<typeof LinePart>;
