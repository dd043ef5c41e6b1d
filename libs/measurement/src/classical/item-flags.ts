import type { Figure } from '../figure';
import type { ItemStatistics } from './item-statistics';
import type { OptionsOfItem, OptionStatistics } from './option-statistics';

/**
 * Why a person should look at an item, with the figures that the words need. A flag is never a reason to change points by itself.
 * - `MAY_BE_MISKEYED`: good candidates miss it; or `optionId`, which earns nothing, is chosen by them more than the key is.
 * - `DOES_NOT_DISCRIMINATE`: good and weak candidates do about as well.
 * - `OPTION_NEVER_CHOSEN`: fewer than 1 in 20 choose this wrong option.
 */
export type ItemFlag =
  | { readonly code: 'MAY_BE_MISKEYED'; readonly optionId: string | null; readonly correlation: number }
  | { readonly code: 'DOES_NOT_DISCRIMINATE'; readonly correlation: number }
  | { readonly code: 'TOO_EASY' | 'TOO_HARD'; readonly facility: number }
  | { readonly code: 'MANY_OMIT' | 'MANY_NOT_REACHED'; readonly share: number }
  | { readonly code: 'OPTION_NEVER_CHOSEN'; readonly optionId: string; readonly share: number };

/** The limits of the flags, as shares and correlations. Conventions of item analysis, not theorems. */
export const FLAG_LIMITS = { easy: 0.95, hard: 0.1, discriminates: 0.15, missing: 0.1, optionChosen: 0.05 } as const;

/**
 * What to look at in an item, most serious first. A flag needs its statistic and, against false alarms by chance, an interval that
 * agrees: `MAY_BE_MISKEYED` a negative correlation of which the whole interval is below 0.15; `DOES_NOT_DISCRIMINATE` one below
 * 0.15 with an interval that ends below 0.3; shares an interval wholly beyond the limit.
 */
export function itemFlags(item: ItemStatistics, options: OptionsOfItem | null): readonly ItemFlag[] {
  return [...discrimination(item.itemRest), ...betterOption(options), ...difficulty(item), ...rareOptions(options)];
}

function discrimination(itemRest: Figure): readonly ItemFlag[] {
  if (itemRest.kind !== 'estimate' || itemRest.value >= FLAG_LIMITS.discriminates) return [];
  const { value: correlation, high } = itemRest;
  if (correlation < 0 && high < FLAG_LIMITS.discriminates)
    return [{ code: 'MAY_BE_MISKEYED', optionId: null, correlation }];
  return high < 2 * FLAG_LIMITS.discriminates ? [{ code: 'DOES_NOT_DISCRIMINATE', correlation }] : [];
}

/** An option that earns nothing, that more of the good candidates choose, and that is ahead of every key. */
function betterOption(options: OptionsOfItem | null): readonly ItemFlag[] {
  const best = (isKey: boolean): number =>
    Math.max(-1, ...(options?.options ?? []).filter((option) => option.isKey === isKey).map(restOf));
  const wrong = (options?.options ?? []).filter(
    (option) => !option.isKey && isAboveZero(option.optionRest) && restOf(option) > best(true),
  );
  return wrong.map((option) => ({
    code: 'MAY_BE_MISKEYED',
    optionId: option.optionId,
    correlation: restOf(option),
  }));
}

const restOf = ({ optionRest }: OptionStatistics): number => (optionRest.kind === 'estimate' ? optionRest.value : -1);
const isAboveZero = (figure: Figure): boolean => figure.kind === 'estimate' && figure.low > 0;

function difficulty({ facility, omitted, notReached }: ItemStatistics): readonly ItemFlag[] {
  const flags: ItemFlag[] = [];
  if (isAbove(facility, FLAG_LIMITS.easy)) flags.push({ code: 'TOO_EASY', facility: facility.value });
  if (isBelow(facility, FLAG_LIMITS.hard)) flags.push({ code: 'TOO_HARD', facility: facility.value });
  if (isAbove(omitted, FLAG_LIMITS.missing)) flags.push({ code: 'MANY_OMIT', share: omitted.value });
  if (isAbove(notReached, FLAG_LIMITS.missing)) flags.push({ code: 'MANY_NOT_REACHED', share: notReached.value });
  return flags;
}

function rareOptions(options: OptionsOfItem | null): readonly ItemFlag[] {
  return (options?.options ?? []).flatMap(({ optionId, isKey, share }) =>
    !isKey && isBelow(share, FLAG_LIMITS.optionChosen)
      ? [{ code: 'OPTION_NEVER_CHOSEN' as const, optionId, share: share.value }]
      : [],
  );
}

type Shown = Extract<Figure, { kind: 'estimate' }>;
const isAbove = (figure: Figure, limit: number): figure is Shown => figure.kind === 'estimate' && figure.low > limit;
const isBelow = (figure: Figure, limit: number): figure is Shown => figure.kind === 'estimate' && figure.high < limit;
