import { totalOf } from '@holdout/scoring';
import { z } from 'zod';
import type { BundleOf } from '../../bundle';
import type { QuestionKind } from '../../question-kinds';
import { AnswerId, byId, distinct } from '../clean-text';
import type { Kind, Misfit } from '../kind';
import { type ChoicePartSecret, type ChoicePartShown, misfitOfPicked, scorePicked } from './choice-part';

type OwnSecret = { readonly id: string };
type OwnShown = { readonly id: string; readonly points: number };

export type PartShare = {
  /** As a share of one point. */
  readonly earned: number;
  readonly misconceptions: readonly string[];
  /** The answer without texts of a person. */
  readonly raw: object;
};

/** The type of part that a kind has in addition to choices. */
export interface OwnPart<C, S extends OwnShown, K extends OwnSecret, A extends object> {
  misfitOf(part: S, answer: A, candidate: C): Misfit | null;
  unreadableIn(candidate: C, part: S, answer: A): Misfit | null;
  isEmpty(answer: A): boolean;
  shareOf(candidate: C, part: { readonly shown: S; readonly secret: K }, answer: A): PartShare;
  misconceptionsOf(secret: K): readonly string[];
}

type Picked = { readonly picked: readonly string[] };
type Answers<A> = Readonly<Record<string, Picked | A>>;
type Bundle<C, S, K> = BundleOf<
  QuestionKind,
  C & { readonly parts: readonly (S | ChoicePartShown)[] },
  { readonly parts: readonly (K | ChoicePartSecret)[] }
>;
type PartedAnswer<A> = { readonly kind: QuestionKind; readonly parts: Answers<A> };
type Parted<C, S, K, A> = Pick<
  Kind<{ readonly kind: QuestionKind }, Bundle<C, S, K>, PartedAnswer<A>>,
  'draw' | 'misfitOf' | 'unreadableIn' | 'isEmpty' | 'score' | 'possible' | 'misconceptionsOf'
>;

const MOST_PARTS = 8;
const NOTHING: PartShare = { earned: 0, misconceptions: [], raw: {} };

/** The answers to the parts of an item, by the part's id. */
export function partAnswers<A>(own: z.ZodType<A>): z.ZodType<Answers<A>> {
  return byId(z.union([z.strictObject({ picked: distinct(AnswerId, 12) }), own]), MOST_PARTS);
}

/** How a kind made of parts is drawn, answered and scored. Each part earns its points independently. */
export function parted<C, S extends OwnShown, K extends OwnSecret, A extends object>(
  own: OwnPart<C, S, K, A>,
): Parted<C, S, K, A> {
  return {
    draw: ({ candidate }, rng) =>
      Object.fromEntries(
        candidate.parts.filter(isChoice).map(({ id, options }) => [id, rng.shuffle(options.map((each) => each.id))]),
      ),
    misfitOf: ({ candidate }, { parts }) =>
      firstOf(candidate.parts, parts, (part, answer) => misfitOf(own, candidate, part, answer)),
    unreadableIn: ({ candidate }, { parts }) =>
      firstOf(candidate.parts, parts, (part, answer) =>
        isChoice(part) || isPicked(answer) || own.isEmpty(answer) ? null : own.unreadableIn(candidate, part, answer),
      ),
    isEmpty: ({ parts }) =>
      Object.values(parts).every((answer) => (isPicked(answer) ? answer.picked.length === 0 : own.isEmpty(answer))),
    score: ({ candidate, secret }, { parts }) => scoreParts(own, { candidate, secret }, parts),
    possible: ({ candidate }) => candidate.parts.reduce((sum, part) => sum + part.points, 0),
    misconceptionsOf: ({ parts }) =>
      parts.flatMap((part) =>
        isKeyed(part) ? part.options.flatMap((each) => each.misconception ?? []) : own.misconceptionsOf(part),
      ),
  };
}

function isChoice<S>(part: S | ChoicePartShown): part is ChoicePartShown {
  return (part as ChoicePartShown).type === 'choice';
}

function isKeyed<K>(part: K | ChoicePartSecret): part is ChoicePartSecret {
  return (part as ChoicePartSecret).type === 'choice';
}

function isPicked<A extends object>(answer: Picked | A): answer is Picked {
  return 'picked' in answer;
}

function misfitOf<C, S extends OwnShown, K extends OwnSecret, A extends object>(
  own: OwnPart<C, S, K, A>,
  candidate: C,
  part: S | ChoicePartShown,
  answer: Picked | A,
): Misfit | null {
  if (isChoice(part) !== isPicked(answer)) return 'unknownPart';
  if (!isChoice(part)) return isPicked(answer) ? null : own.misfitOf(part, answer, candidate);
  const ids = part.options.map(({ id }) => id);
  return isPicked(answer) ? misfitOfPicked(part.choose, ids, answer.picked) : null;
}

type Item<C, S, K> = Pick<Bundle<C, S, K>, 'candidate' | 'secret'>;

function scoreParts<C, S extends OwnShown, K extends OwnSecret, A extends object>(
  own: OwnPart<C, S, K, A>,
  item: Item<C, S, K>,
  answers: Answers<A>,
) {
  const scored = item.candidate.parts.map((shown) => {
    const answer = Object.hasOwn(answers, shown.id) ? answers[shown.id] : undefined;
    const { earned, ...share } = answer === undefined ? NOTHING : shareOf(own, item, shown, answer);
    return { ...share, id: shown.id, earned: earned * shown.points, possible: shown.points };
  });
  const raw = Object.fromEntries(scored.map((part) => [part.id, { ...part.raw, earned: part.earned }]));
  const misconceptions = [...new Set(scored.flatMap((part) => part.misconceptions))];
  return { ...totalOf(scored), pending: 0, misconceptions, raw: { parts: raw } };
}

function shareOf<C, S extends OwnShown, K extends OwnSecret, A extends object>(
  own: OwnPart<C, S, K, A>,
  { candidate, secret: { parts } }: Item<C, S, K>,
  shown: S | ChoicePartShown,
  answer: Picked | A,
): PartShare {
  const secret = parts.find(({ id }) => id === shown.id);
  if (secret === undefined) throw new Error(`Part ${shown.id} has no key.`);
  if (isChoice(shown) && isKeyed(secret) && isPicked(answer)) {
    const { earned, misconceptions } = scorePicked(shown.choose, secret.options, answer.picked);
    return { earned, misconceptions, raw: answer };
  }
  if (isChoice(shown) || isKeyed(secret) || isPicked(answer)) return NOTHING;
  return own.shareOf(candidate, { shown, secret }, answer);
}

function firstOf<P extends { readonly id: string }, A>(
  parts: readonly P[],
  answers: Readonly<Record<string, A>>,
  misfit: (part: P, answer: A) => Misfit | null,
): Misfit | null {
  for (const [id, answer] of Object.entries(answers)) {
    const part = parts.find((each) => each.id === id);
    const found = part === undefined ? 'unknownPart' : misfit(part, answer);
    if (found !== null) return found;
  }
  return null;
}
