import { z } from 'zod';
import { MAX_SOURCE_BYTES } from './answer-limits';
import { type Answer, kindOf } from './kinds/registry';
import { type TextFault, textFaultOf } from './storable-text';

export type SourceIssue = 'empty' | 'tooLarge' | TextFault;

export type AnswerIssue = Exclude<SourceIssue, 'empty'> | 'tooLong' | 'wrongShape';

export type ParsedAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly issue: AnswerIssue; readonly message: string };

/** Parses a stored or submitted answer to a question of this kind. An empty source parses, as an answer not yet given. */
export function parseAnswer(kind: string, json: unknown): ParsedAnswer {
  const parsed = kindOf(kind).answer.safeParse(json);
  if (!parsed.success) {
    const isTooLong = parsed.error.issues.some(({ code }) => code === 'too_big');
    return { ok: false, issue: isTooLong ? 'tooLong' : 'wrongShape', message: z.prettifyError(parsed.error) };
  }
  const answer = parsed.data;
  const issue = answer.kind === 'code' ? checkSource(answer.source) : null;
  if (issue === null || issue === 'empty') return { ok: true, answer };
  return { ok: false, issue, message: MESSAGES[issue] };
}

/** The reason why a source cannot be graded, or null. */
export function checkSource(source: string): SourceIssue | null {
  if (source.trim() === '') return 'empty';
  if (source.length > MAX_SOURCE_BYTES || utf8Length(source) > MAX_SOURCE_BYTES) return 'tooLarge';
  return textFaultOf(source);
}

const MESSAGES: Readonly<Record<Exclude<SourceIssue, 'empty'>, string>> = {
  tooLarge: `A source may have at most ${MAX_SOURCE_BYTES} bytes.`,
  nulByte: 'A source may not contain a NUL character.',
  loneSurrogate: 'A source may not contain invalid Unicode.',
};

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
