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

/** What of an option may be seen before the answer. */
export const shownOption = ({ id, text }: Option): ShownOption => ({ id, text });

/** What of an option may be seen only afterwards. */
export const keyedOption = ({ id, key, why, misconception }: Option): KeyedOption => ({
  id,
  key,
  why,
  misconception: misconception ?? null,
});

export function shownChoicePart({ id, type, ask, points, choose, options }: ChoicePart): ChoicePartShown {
  return { id, type, ask, points, choose, options: options.map(shownOption) };
}

export function secretChoicePart({ id, type, options }: ChoicePart): ChoicePartSecret {
  return { id, type, options: options.map(keyedOption) };
}

/** What is wrong with the options picked, given those that the item shows, or null. */
export function misfitOfPicked(
  choose: 'one' | 'many',
  shown: readonly string[],
  picked: readonly string[],
): Misfit | null {
  if (!picked.every((id) => shown.includes(id))) return 'unknownOption';
  return choose === 'one' && picked.length > 1 ? 'moreThanOne' : null;
}

/** The share of a choice that was earned, with what its wrong picks show. */
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
