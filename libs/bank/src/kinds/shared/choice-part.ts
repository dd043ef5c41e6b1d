import { type ChoiceKey, scoreChoice } from '@holdout/scoring';
import type { Misfit, ScoredAnswer } from '../kind';
import type { ChoicePart, Option } from './part-file';

export type ShownOption = { readonly id: string; readonly text: string };

export type KeyedOption = {
  readonly id: string;
  readonly key: boolean;
  readonly why: string;
  readonly misconception: string | null;
};

export type ChoicePartShown = {
  readonly id: string;
  readonly type: 'choice';
  readonly ask: string;
  readonly points: number;
  readonly choose: 'one' | 'many';
  readonly options: readonly ShownOption[];
};

export type ChoicePartSecret = {
  readonly id: string;
  readonly type: 'choice';
  readonly options: readonly KeyedOption[];
};

/** The part of an option that may be shown before the answer. */
export const shownOption = ({ id, text }: Option): ShownOption => ({ id, text });

/** The part of an option that may be shown only after the answer. */
export const keyedOption = ({ id, key, why, misconception }: Option): KeyedOption => ({
  id,
  key,
  why,
  misconception: misconception ?? null,
});

/** The candidate's part of a choice. */
export function shownChoicePart({ id, type, ask, points, choose, options }: ChoicePart): ChoicePartShown {
  return { id, type, ask, points, choose, options: options.map(shownOption) };
}

/** The secret part of a choice. */
export function secretChoicePart({ id, type, options }: ChoicePart): ChoicePartSecret {
  return { id, type, options: options.map(keyedOption) };
}

/** Why the picked options do not fit the options that the item shows, or null. */
export function misfitOfPicked(
  choose: 'one' | 'many',
  shown: readonly string[],
  picked: readonly string[],
): Misfit | null {
  if (!picked.every((id) => shown.includes(id))) return 'unknownOption';
  return choose === 'one' && picked.length > 1 ? 'moreThanOne' : null;
}

/** The score of a choice, with the misconceptions of the wrong options picked. */
export function scorePicked(
  choose: ChoiceKey['choose'],
  options: readonly KeyedOption[],
  picked: readonly string[],
): Pick<ScoredAnswer, 'earned' | 'possible' | 'misconceptions'> {
  const keys = options.filter((option) => option.key).map((option) => option.id);
  const misconceptions = options
    .filter((option) => !option.key && picked.includes(option.id))
    .flatMap((option) => option.misconception ?? []);
  return { ...scoreChoice({ choose, keys }, picked), misconceptions };
}
