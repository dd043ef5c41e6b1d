import type { InputIssue } from '../../generated/resolvers';

const LONGEST = 2000;

/** A text as it is stored. */
export const tidy = (text: string): string => text.trim().normalize('NFC');

export const tooLong = (): InputIssue => ({ field: 'text', code: 'TOO_LONG', limit: LONGEST });

/** What is wrong with a tidy text. */
export function textIssues(text: string, { mayBeEmpty }: { readonly mayBeEmpty: boolean }): InputIssue[] {
  if (text === '' && !mayBeEmpty) return [{ field: 'text', code: 'MISSING', limit: null }];
  if (Array.from(text).length > LONGEST) return [tooLong()];
  const isPlain = text.isWellFormed() && !text.includes('\u0000');
  return isPlain ? [] : [{ field: 'text', code: 'MALFORMED', limit: null }];
}
