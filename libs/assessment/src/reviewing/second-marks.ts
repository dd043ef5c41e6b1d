/** Which answers get a second mark, by another reviewer. */
export type SecondMarks =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  /** This share of the answers, from 0 to 1. */
  | { readonly kind: 'share'; readonly share: number }
  /** All answers of an attempt whose total by the first marks is at most `margin` from the pass line, both from 0 to 1. */
  | { readonly kind: 'nearPass'; readonly margin: number };

/** The total of an attempt by its first marks; null until all of them are there. */
export type FirstTotal = { readonly share: number; readonly passLine: number | null } | null;

/** `undecided`: the total that decides is not known yet. */
export type SecondMarkDue = 'due' | 'notDue' | 'undecided';

/** Rounding in binary must not decide whether a total lies exactly on the margin. */
const ROUNDING = 1e-9;

/** Whether an answer gets a second mark. A share is chosen by the id of the answer, so that asking again chooses the same ones. */
export function secondMarkDue(rule: SecondMarks, answerId: string, total: FirstTotal): SecondMarkDue {
  switch (rule.kind) {
    case 'none':
      return 'notDue';
    case 'all':
      return 'due';
    case 'share':
      return fractionOf(answerId) < rule.share ? 'due' : 'notDue';
    case 'nearPass':
      return nearPass(rule.margin, total);
  }
}

function nearPass(margin: number, total: FirstTotal): SecondMarkDue {
  if (total === null) return 'undecided';
  const { share, passLine } = total;
  return passLine !== null && Math.abs(share - passLine) <= margin + ROUNDING ? 'due' : 'notDue';
}

/** A number from 0 up to 1 that depends on the text alone: FNV-1a with the final mixing of MurmurHash3. */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
