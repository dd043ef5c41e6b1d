import type { PositionLevel, SkillGoal } from '../draft';
import type { BankIndex } from './bank-facts';
import { givenBy, type ResolvedEntry, shareOf } from './resolved-draft';
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
  const totalGoal = goals.reduce((sum, { weight }) => sum + weight, 0);
  const points = entries.reduce((sum, each) => sum + givenBy(each) * each.entry.weight, 0);
  const rows = goals.map(({ skillId, weight }): CoverageRow => {
    const levels = LEVELS.map((each) => expectedAt(entries, skillId, each, bank));
    const earned = entries.reduce((sum, each) => sum + pointsFor(each, skillId, bank), 0);
    const wanted = totalGoal === 0 ? 0 : weight / totalGoal;
    const expected = points === 0 ? 0 : earned / points;
    return { skillId, wanted, expected, levels, state: stateOf({ levels, wanted, expected }, level) };
  });
  const order = (row: CoverageRow): number => COVERAGE_STATES.indexOf(row.state);
  return rows.toSorted((a, b) => order(a) - order(b) || b.wanted - a.wanted);
}

function expectedAt(entries: readonly ResolvedEntry[], skillId: string, level: number, bank: BankIndex): number {
  const ofTopic = bank.ofTopic(skillId);
  return entries.reduce((sum, each) => {
    return sum + givenBy(each) * shareOf(each, (question) => question.level === level && ofTopic.has(question));
  }, 0);
}

function pointsFor(each: ResolvedEntry, skillId: string, bank: BankIndex): number {
  const ofTopic = bank.ofTopic(skillId);
  return givenBy(each) * each.entry.weight * shareOf(each, (question) => ofTopic.has(question));
}

function stateOf(
  { levels, wanted, expected }: Pick<CoverageRow, 'levels' | 'wanted' | 'expected'>,
  level: PositionLevel | null,
): CoverageState {
  const total = levels.reduce((sum, count) => sum + count, 0);
  if (total < FEWEST) return 'missing';
  const meant = level === null ? LEVELS : LEVELS_OF[level];
  const atLevel = meant.reduce((sum, each) => sum + (levels[each - 1] ?? 0), 0);
  if (atLevel < FEWEST) return 'otherLevels';
  return expected < wanted / 2 ? 'thin' : 'covered';
}
