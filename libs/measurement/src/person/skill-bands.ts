import type { ErrorScale } from '../classical/form-statistics';
import { Z_99 } from '../wilson';
import { bandDifference, type Difference } from './difference';
import { FEW_ITEMS, type MeasuredItem, type NoScore, type ScoreBand, scoreBand } from './score-band';

export type SkilledItem = MeasuredItem & { readonly skills: readonly string[] };

/** A skill of one person. */
export type SkillBand = {
  readonly skill: string;
  /** No score with reason `noItems` if all of its items were withdrawn. */
  readonly band: ScoreBand | NoScore;
  /** The skill minus the person's items that are not of it; null if either has no score. */
  readonly fromRest: Difference | null;
  /**
   * Higher or lower than the rest beyond a 99 % interval, which allows for several skills being looked at; else null. Also null for
   * a skill with fewer than three items: one or two answers say nothing about a strength.
   */
  readonly side: 'above' | 'below' | null;
};

/** The items of a skill that is compared with the rest of the person. */
const COMPARED_ITEMS = 3;

/**
 * The score of each skill with its error, in the order of the skill ids, and whether it differs from the person's other items. An item
 * of several skills counts in each. `scales`: the error scale of a skill, from `formStatistics` over its items; it is used from
 * five items on, because the reliability of fewer says little.
 */
export function skillBands(
  items: readonly SkilledItem[],
  scales: ReadonlyMap<string, ErrorScale> = new Map(),
): readonly SkillBand[] {
  const skills = [...new Set(items.flatMap((item) => item.skills))].sort();
  return skills.map((skill) => {
    const own = items.filter((item) => item.skills.includes(skill));
    const scale = own.length < FEW_ITEMS ? null : (scales.get(skill) ?? null);
    const band = scoreBand(own, scale);
    const rest = scoreBand(
      items.filter((item) => !item.skills.includes(skill)),
      null,
    );
    const fromRest = band.kind === 'score' && rest.kind === 'score' ? bandDifference(band, rest) : null;
    return { skill, band, fromRest, side: own.length < COMPARED_ITEMS ? null : placeOf(fromRest) };
  });
}

function placeOf(difference: Difference | null): SkillBand['side'] {
  if (difference === null || !difference.isDistinguishable) return null;
  if (Math.abs(difference.points) <= Z_99 * difference.standardError) return null;
  return difference.points > 0 ? 'above' : 'below';
}
