import {
  type ErrorScale,
  type NormGroup,
  passCertainty,
  percentileRank,
  scoreBand,
  skillBands,
  summaryOf,
} from '@holdout/measurement';
import type { ItemPoints } from '@holdout/scoring';
import type { PassProbability, ReportMessage, ReportSkill, ScoreBand } from '../../generated/resolvers';
import { bandShown } from '../cohort/measurement-view';
import { messageShown } from './report-summary';

const SIDES = { above: 'ABOVE', below: 'BELOW' } as const;

export type FiguresOf = {
  readonly items: readonly ItemPoints[];
  /** Of 100; null for none. */
  readonly passLine: number | null;
  /** How large errors of this form are in its group; null for fewer than 30 people. */
  readonly scale: ErrorScale | null;
  readonly norm: NormGroup;
};

export type Figures = {
  readonly total: ScoreBand | null;
  readonly passProbability: PassProbability | null;
  readonly skills: readonly ReportSkill[];
  readonly summary: readonly ReportMessage[];
};

/** All figures of a report with their errors. */
export function figuresOf({ items, passLine, scale, norm }: FiguresOf, nameOf: (skill: string) => string): Figures {
  const total = scoreBand(items, scale);
  const skills = skillBands(items);
  const percentile = total.kind === 'noScore' ? null : percentileRank(total, norm);
  return {
    total: bandShown(total),
    passProbability: passLine === null || total.kind === 'noScore' ? null : passCertainty(total, passLine),
    skills: skills.map(({ skill, band, side }) => ({
      skillId: skill,
      name: nameOf(skill),
      band: bandShown(band),
      isWithdrawn: band.kind === 'noScore' && band.reason === 'noItems',
      side: side && SIDES[side],
    })),
    summary: summaryOf({ total, passLine, skills, percentile }).map((message) => messageShown(message, nameOf)),
  };
}
