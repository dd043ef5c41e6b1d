import { z } from 'zod';
import type { BundleOf } from '../../bundle';
import { cleanText } from '../clean-text';
import { DEFAULTS } from '../defaults';
import type { Kind, ScoredAnswer } from '../kind';
import { checkText } from './check-text';
import { expandPattern, type Ignored, normalised } from './patterns';
import { TextFile } from './text-file';
import { rekeyText } from './rekey-text';
import { withSecret } from '../shared/rekey';

/** Equivalent texts; the first is the one to show. */
type Texts = readonly string[];

export type TextBundle = BundleOf<
  'text',
  { readonly maxLength: number; readonly ignore: Ignored },
  {
    readonly accept: readonly Texts[];
    readonly partial: readonly { readonly texts: Texts; readonly score: number; readonly why: string }[];
    readonly wrong: readonly { readonly texts: Texts; readonly why: string; readonly misconception: string }[];
  }
>;

const MOST_CHARACTERS = 200;

export const TextAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('text'),
  text: cleanText(MOST_CHARACTERS),
});
export type TextAnswer = z.infer<typeof TextAnswer>;

/** The criterion for an answer that matches nothing: level 1 if it means the same as an accepted one. */
export const MEANING = { id: 'meaning', weight: 1, top: 1 } as const;

/** The match of an answer; null if only a person can decide. */
export type TextMatch =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'partial'; readonly score: number; readonly why: string }
  | { readonly kind: 'wrong'; readonly why: string; readonly misconception: string };

/** Compares an answer with the accepted, partial and wrong texts of its question. */
export function matchText(
  { candidate, secret }: Pick<TextBundle, 'candidate' | 'secret'>,
  text: string,
): TextMatch | null {
  const given = normalised(text, candidate.ignore);
  const isIn = (texts: Texts): boolean => texts.some((each) => normalised(each, candidate.ignore) === given);
  if (secret.accept.some(isIn)) return { kind: 'accepted' };
  const partly = secret.partial.find(({ texts }) => isIn(texts));
  if (partly !== undefined) return { kind: 'partial', score: partly.score, why: partly.why };
  const mistake = secret.wrong.find(({ texts }) => isIn(texts));
  if (mistake !== undefined) return { kind: 'wrong', why: mistake.why, misconception: mistake.misconception };
  return given === '' ? { kind: 'partial', score: 0, why: '' } : null;
}

/** A line of free text. */
export const text: Kind<TextFile, TextBundle, TextAnswer> = {
  ...DEFAULTS,
  file: TextFile,
  answer: TextAnswer,
  rekeyed: (item, key) => withSecret(item, rekeyText(item.secret, key)),
  check: checkText,
  partsOf({ yaml }, { explanation, ...statement }) {
    const { maxLength, ignore, accept, partial, wrong } = yaml.value;
    return {
      candidate: { ...statement, maxLength, ignore },
      secret: {
        explanation,
        accept: accept.map((pattern) => textsOf([pattern])),
        partial: partial.map(({ text: patterns, ...rest }) => ({ ...rest, texts: textsOf(patterns) })),
        wrong: wrong.map(({ text: patterns, ...rest }) => ({ ...rest, texts: textsOf(patterns) })),
      },
    };
  },
  misfitOf: ({ candidate }, answer) => (answer.text.length > candidate.maxLength ? 'tooLong' : null),
  isEmpty: (answer) => answer.text.trim() === '',
  score: (item, answer) => scoreMatch(matchText(item, answer.text)),
  misconceptionsOf: ({ wrong }) => wrong.map(({ misconception }) => misconception),
  rubricOf: () => [MEANING],
};

function textsOf(patterns: readonly string[]): Texts {
  return patterns.flatMap((pattern) => {
    const expanded = expandPattern(pattern);
    if (!expanded.ok) throw new Error(`${pattern} was not checked: ${expanded.message}.`);
    return expanded.texts.map((each) => each.replace(/\s+/gu, ' ').trim());
  });
}

function scoreMatch(match: TextMatch | null): ScoredAnswer {
  const nothing = { earned: 0, possible: 1, pending: 0, misconceptions: [], raw: { match: match?.kind ?? null } };
  switch (match?.kind) {
    case undefined:
      return { ...nothing, pending: 1 };
    case 'accepted':
      return { ...nothing, earned: 1 };
    case 'partial':
      return { ...nothing, earned: match.score };
    case 'wrong':
      return { ...nothing, misconceptions: [match.misconception] };
  }
}
