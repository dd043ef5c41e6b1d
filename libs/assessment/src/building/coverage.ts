import type { PositionLevel, SkillGoal } from '../draft';
import type { BankIndex } from './bank-facts';
import { summaryOf } from './options-summary';
import { givenBy, type ResolvedEntry } from './resolved-draft';
import { LEVELS_OF } from './roles';

/** In the order in which they need attention. */
export const COVERAGE_STATES = ['missing', 'otherLevels', 'thin', 'covered'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** How a draft covers one goal. */
export type CoverageRow = {
  /** A skill or a domain. */
  readonly skillId: string;
  readonly state: CoverageState;
  /** The share of the points that the goals ask for, from 0 to 1. */
  readonly wanted: number;
  /** The expected share of the points. A question with several skills counts for each of them. */
  readonly expected: number;
  /** The expected number of questions at levels 1 to 5. */
  readonly levels: readonly number[];
};

const LEVELS = [1, 2, 3, 4, 5] as const;
/** Fewer expected questions than this are as good as none. */
const FEWEST = 0.5;

/** Coverage of each goal by the questions that a candidate can expect: what is missing first. */
export function coverageOf(
  entries: readonly ResolvedEntry[],
  goals: readonly SkillGoal[],
  { bank, level }: { readonly bank: BankIndex; readonly level: PositionLevel | null },
): readonly CoverageRow[] {
  const totalGoal = total(goals.map(({ weight }) => weight));
  const points = total(entries.map((each) => givenBy(each) * each.entry.weight));
  const rows = goals.map(({ skillId, weight }): CoverageRow => {
    const given = entries.map((each) => ({ weight: each.entry.weight, levels: expectedOf(each, skillId, bank) }));
    const levels = LEVELS.map((level) => total(given.map((each) => each.levels[level - 1] ?? 0)));
    const earned = total(given.map((each) => each.weight * total(each.levels)));
    const wanted = totalGoal === 0 ? 0 : weight / totalGoal;
    const expected = points === 0 ? 0 : earned / points;
    return { skillId, wanted, expected, levels, state: stateOf({ levels, wanted, expected }, level) };
  });
  const order = (row: CoverageRow): number => COVERAGE_STATES.indexOf(row.state);
  return rows.toSorted((a, b) => order(a) - order(b) || b.wanted - a.wanted);
}

/** The expected number of questions at each level, of those with the topic. */
function expectedOf(each: ResolvedEntry, topic: string, bank: BankIndex): readonly number[] {
  const { topics, size } = summaryOf(each.options, bank);
  return (topics.get(topic) ?? []).map((count) => (givenBy(each) * count) / size);
}

function stateOf(
  { levels, wanted, expected }: Pick<CoverageRow, 'levels' | 'wanted' | 'expected'>,
  level: PositionLevel | null,
): CoverageState {
  if (total(levels) < FEWEST) return 'missing';
  const meant = level === null ? LEVELS : LEVELS_OF[level];
  if (total(meant.map((each) => levels[each - 1] ?? 0)) < FEWEST) return 'otherLevels';
  return expected < wanted / 2 ? 'thin' : 'covered';
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
