import { toStorableText } from '@holdout/bank';

const MAX_SHOWN = 4000;

/** A program's text for a report: truncated to 4,000 UTF-16 units, with NUL as ␀ and invalid Unicode as U+FFFD. */
export function shownText(text: string): string {
  const cut = text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN - 1)}…`;
  return toStorableText(cut, '\u2400');
}
