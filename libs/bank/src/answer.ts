import { z } from 'zod';
import type { QuestionKind } from './question-file';
import { LANGUAGES } from './question-file';

/** A person's answer as it is stored. Options are named by id, never by position; `format` lets shapes change. */
export type Answer = ChoiceAnswer | NumericAnswer | CodeAnswer;

export const MAX_SOURCE_BYTES = 256 * 1024;

const OptionId = z.string().min(1).max(80);

export const ChoiceAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('choice'),
  picked: z.array(OptionId).max(12).refine((ids) => new Set(ids).size === ids.length, 'names an option twice'),
});
export type ChoiceAnswer = z.infer<typeof ChoiceAnswer>;

export const NumericAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('numeric'),
  /** As typed; `parseNumber` reads it. */
  text: z.string().max(100).refine(isCleanText, 'holds a character that cannot be stored'),
});
export type NumericAnswer = z.infer<typeof NumericAnswer>;

/** The answer to a question of kind `code` and of kind `model`. */
export const CodeAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('code'),
  language: z.enum(LANGUAGES),
  source: z.string(),
});
export type CodeAnswer = z.infer<typeof CodeAnswer>;

export type SourceIssue = 'empty' | 'tooLarge' | 'nulByte' | 'loneSurrogate';

export type AnswerIssue = Exclude<SourceIssue, 'empty'> | 'wrongShape';

export type ParsedAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly issue: AnswerIssue; readonly message: string };

/** Reads a stored or sent answer to a question of this kind. An empty source is an answer not yet given, so it parses. */
export function parseAnswer(kind: QuestionKind, json: unknown): ParsedAnswer {
  const parsed = schemaOf(kind).safeParse(json);
  if (!parsed.success) return { ok: false, issue: 'wrongShape', message: z.prettifyError(parsed.error) };
  const answer: Answer = parsed.data;
  const issue = answer.kind === 'code' ? checkSource(answer.source) : null;
  if (issue === null || issue === 'empty') return { ok: true, answer };
  return { ok: false, issue, message: MESSAGES[issue] };
}

/** What keeps a source from being graded, or null. */
export function checkSource(source: string): SourceIssue | null {
  if (source.trim() === '') return 'empty';
  if (source.length > MAX_SOURCE_BYTES || utf8Length(source) > MAX_SOURCE_BYTES) return 'tooLarge';
  if (source.includes('\0')) return 'nulByte';
  return source.isWellFormed() ? null : 'loneSurrogate';
}

export type PickedIssue = 'unknownOption' | 'moreThanOne';

/** What is wrong with the options picked, given those that the variant shows, or null. */
export function checkPicked(
  choose: 'one' | 'many',
  shown: readonly string[],
  picked: readonly string[],
): PickedIssue | null {
  if (!picked.every((id) => shown.includes(id))) return 'unknownOption';
  return choose === 'one' && picked.length > 1 ? 'moreThanOne' : null;
}

const MESSAGES: Readonly<Record<Exclude<SourceIssue, 'empty'>, string>> = {
  tooLarge: `A source may have ${MAX_SOURCE_BYTES} bytes.`,
  nulByte: 'A source may not hold a NUL character.',
  loneSurrogate: 'A source may not hold half of a character.',
};

function schemaOf(kind: QuestionKind): z.ZodType<Answer> {
  switch (kind) {
    case 'choice':
      return ChoiceAnswer;
    case 'numeric':
      return NumericAnswer;
    case 'code':
    case 'model':
      return CodeAnswer;
  }
}

function isCleanText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
