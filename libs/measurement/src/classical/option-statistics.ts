import { type Figure, MINIMUM_N, type TooFew, tooFew } from '../figure';
import { correlation } from './correlation';
import { shareFigure } from './item-statistics';

/** An option of a question; `isKey`: choosing it earns points. */
export type QuestionOption = { readonly optionId: string; readonly isKey: boolean };

/** What one person who reached the item chose, and their share of points (0 to 1) in all items and in all but this one. */
export type OptionChoice = { readonly chosen: readonly string[]; readonly total: number; readonly rest: number };

/** How an option was chosen. Shares from 0 to 1. */
export type OptionStatistics = QuestionOption & {
  readonly share: Figure;
  /** Correlation of choosing it with the share of points in all other items. A key's is positive, that of others negative. */
  readonly optionRest: Figure;
  /** Share who chose it in each fifth of the persons, from the lowest totals to the highest. `n` persons are in that fifth. */
  readonly byFifth: readonly { readonly share: number | null; readonly n: number }[];
};

export type OptionsOfItem = {
  readonly kind: 'options';
  readonly n: number;
  readonly options: readonly OptionStatistics[];
};

const FIFTHS = 5;

/**
 * How the options of a question were chosen, over at least 50 persons who reached it; too few otherwise. Persons with equal totals are
 * in the same fifth: the one in which their mean place in the order falls. So fifths differ in size, and can be empty
 * (share null) when many have the same total.
 */
export function optionStatistics(
  options: readonly QuestionOption[],
  choices: readonly OptionChoice[],
): OptionsOfItem | TooFew {
  const n = choices.length;
  if (n < MINIMUM_N.options) return tooFew(n, MINIMUM_N.options);
  const fifths = fifthsOf(choices.map(({ total }) => total));
  const sizes = countBy(fifths, () => true);
  return { kind: 'options', n, options: options.map((option) => ({ ...option, ...figuresOf(option) })) };

  function figuresOf({ optionId }: QuestionOption): Omit<OptionStatistics, keyof QuestionOption> {
    const isChosen = choices.map(({ chosen }) => chosen.includes(optionId));
    const chosen = countBy(fifths, (person) => isChosen[person] === true);
    return {
      share: shareFigure(isChosen.filter(Boolean).length, n, MINIMUM_N.options),
      optionRest: correlation(sumsOf(choices, isChosen), MINIMUM_N.options),
      byFifth: sizes.map((size, fifth) => ({ share: size > 0 ? (chosen[fifth] ?? 0) / size : null, n: size })),
    };
  }
}

/** The fifth, 0 to 4, of each of the totals. */
function fifthsOf(totals: readonly number[]): readonly number[] {
  const order = [...totals.keys()].sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0));
  const fifths = new Array<number>(totals.length).fill(0);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const lowest = totalAt(from);
    while (to < order.length && totalAt(to) - lowest < 1e-9) to++;
    const fifth = Math.min(FIFTHS - 1, Math.floor((FIFTHS * (from + to)) / (2 * order.length)));
    for (let place = from; place < to; place++) fifths[order[place] ?? 0] = fifth;
  }
  return fifths;

  function totalAt(place: number): number {
    return totals[order[place] ?? 0] ?? 0;
  }
}

function countBy(fifths: readonly number[], isCounted: (person: number) => boolean): readonly number[] {
  const counts = new Array<number>(FIFTHS).fill(0);
  for (const [person, fifth] of fifths.entries()) if (isCounted(person)) counts[fifth] = (counts[fifth] ?? 0) + 1;
  return counts;
}

function sumsOf(choices: readonly OptionChoice[], isChosen: readonly boolean[]): Parameters<typeof correlation>[0] {
  const sums = { n: choices.length, x: 0, xx: 0, y: 0, yy: 0, xy: 0 };
  for (const [person, { rest }] of choices.entries()) {
    const x = Number(isChosen[person]);
    sums.x += x;
    sums.xx += x;
    sums.y += rest;
    sums.yy += rest * rest;
    sums.xy += x * rest;
  }
  return sums;
}
