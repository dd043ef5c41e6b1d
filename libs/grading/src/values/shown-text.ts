import { toStorableText } from '@holdout/bank';

const MAX_SHOWN = 4000;

/** Text of a program as a report may hold it: cut, and without what PostgreSQL's jsonb refuses. */
export function shownText(text: string): string {
  const cut = text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN - 1)}…`;
  return toStorableText(cut, '\u2400');
}
