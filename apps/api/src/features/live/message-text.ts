import type { InputIssue } from '../../generated/resolvers';

const LONGEST = 2000;

type Rules = { readonly mayBeEmpty: boolean; readonly field?: string; readonly longest?: number };

/** A text as it is stored. */
export const tidy = (text: string): string => text.trim().normalize('NFC');

export const tooLong = (field = 'text', limit = LONGEST): InputIssue => ({ field, code: 'TOO_LONG', limit });

/** What is wrong with a tidy text. */
export function textIssues(text: string, { mayBeEmpty, field = 'text', longest = LONGEST }: Rules): InputIssue[] {
  if (text === '' && !mayBeEmpty) return [{ field, code: 'MISSING', limit: null }];
  if (Array.from(text).length > longest) return [tooLong(field, longest)];
  const isPlain = text.isWellFormed() && !text.includes('\u0000');
  return isPlain ? [] : [{ field, code: 'MALFORMED', limit: null }];
}
