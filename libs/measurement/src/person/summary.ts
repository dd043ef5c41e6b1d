import type { TooFew } from '../figure';
import { passCertainty } from './pass-certainty';
import type { PercentileRank } from './percentile-rank';
import type { NoScore, ScoreBand } from './score-band';
import type { SkillBand } from './skill-bands';

export type SummaryInput = {
  readonly total: ScoreBand | NoScore;
  /** Of 100; null if the assessment has none. */
  readonly passLine: number | null;
  readonly skills: readonly SkillBand[];
  /** Null if the reader does not compare persons. */
  readonly percentile: PercentileRank | TooFew | null;
};

/**
 * What the figures allow to say, as codes with the numbers for the words. Points, lines and percentiles are of 100; `certainty` and
 * `probability` are whole percent, rounded to the cautious side, never 0 or 100.
 */
export type SummaryMessage =
  | { readonly code: 'NO_SCORE'; readonly reason: NoScore['reason'] }
  | { readonly code: 'PROVISIONAL'; readonly pendingItems: number; readonly items: number }
  | { readonly code: 'ABOVE_LINE' | 'BELOW_LINE'; readonly line: number; readonly certainty: number }
  | { readonly code: 'NEAR_LINE'; readonly line: number; readonly probability: number }
  /** Marks that are missing decide on which side the score is. */
  | { readonly code: 'LINE_DEPENDS_ON_MARKS'; readonly line: number }
  | { readonly code: 'STRONGEST_SKILL' | 'WEAKEST_SKILL'; readonly skill: string; readonly points: number }
  /** There are two skills or more, and none differs from the rest. */
  | { readonly code: 'SKILLS_NOT_DISTINGUISHABLE' }
  | { readonly code: 'FEW_ITEMS'; readonly skills: readonly { readonly skill: string; readonly items: number }[] }
  | { readonly code: 'SKILL_WITHDRAWN'; readonly skill: string }
  | {
      readonly code: 'PERCENTILE';
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly n: number;
    }
  | { readonly code: 'TOO_FEW_TO_COMPARE'; readonly n: number; readonly needed: number }
  | { readonly code: 'ERROR_FROM_GROUP'; readonly n: number }
  | { readonly code: 'ERROR_FROM_OWN_ITEMS' };

/** A side of the line is named from this certainty on. */
const CERTAIN = 0.95;

/**
 * The summary of a report by rules, in the order in which it is read: whether there is a score, and a final one; the side of the pass
 * line; what is stronger and weaker; what is too little to say; the place among others; the kind of error.
 */
export function summaryOf({ total, passLine, skills, percentile }: SummaryInput): readonly SummaryMessage[] {
  if (total.kind === 'noScore') return [{ code: 'NO_SCORE', reason: total.reason }, ...withdrawn(skills)];
  return [
    ...provisional(total),
    ...(passLine === null ? [] : [sideOf(total, passLine)]),
    ...profile(skills),
    ...fewItems(skills),
    ...withdrawn(skills),
    ...(percentile === null ? [] : [place(percentile)]),
    total.group === null ? { code: 'ERROR_FROM_OWN_ITEMS' } : { code: 'ERROR_FROM_GROUP', n: total.group },
  ];
}

function provisional({ isProvisional, pendingItems, items }: ScoreBand): readonly SummaryMessage[] {
  return isProvisional ? [{ code: 'PROVISIONAL', pendingItems, items }] : [];
}

function sideOf(total: ScoreBand, line: number): SummaryMessage {
  const { probability, low, high } = passCertainty(total, line);
  if (low >= CERTAIN) return { code: 'ABOVE_LINE', line, certainty: wholePercent(low) };
  if (high <= 1 - CERTAIN) return { code: 'BELOW_LINE', line, certainty: wholePercent(1 - high) };
  if (high - low > 0.5) return { code: 'LINE_DEPENDS_ON_MARKS', line };
  return { code: 'NEAR_LINE', line, probability: Math.min(99, Math.max(1, Math.round(100 * probability))) };
}

/** 99.99 % is said as 99. */
const wholePercent = (share: number): number => Math.min(99, Math.floor(100 * share + 1e-9));

function profile(skills: readonly SkillBand[]): readonly SummaryMessage[] {
  const compared = skills.flatMap(({ skill, fromRest, side }) =>
    fromRest === null ? [] : [{ skill, points: fromRest.points, side }],
  );
  const [highest, lowest] = [Math.max(...compared.map(pointsOf)), Math.min(...compared.map(pointsOf))];
  const named = (side: SkillBand['side'], end: number): typeof compared =>
    compared.filter((each) => each.side === side && each.points === end);
  const messages: SummaryMessage[] = [
    ...named('above', highest).map(({ skill, points }) => ({ code: 'STRONGEST_SKILL' as const, skill, points })),
    ...named('below', lowest).map(({ skill, points }) => ({ code: 'WEAKEST_SKILL' as const, skill, points })),
  ];
  return messages.length === 0 && compared.length > 1 ? [{ code: 'SKILLS_NOT_DISTINGUISHABLE' }] : messages;
}

const pointsOf = ({ points }: { readonly points: number }): number => points;

function fewItems(skills: readonly SkillBand[]): readonly SummaryMessage[] {
  const few = skills.flatMap(({ skill, band }) =>
    band.kind === 'score' && band.isFewItems ? [{ skill, items: band.items }] : [],
  );
  return few.length > 0 ? [{ code: 'FEW_ITEMS', skills: few }] : [];
}

function withdrawn(skills: readonly SkillBand[]): readonly SummaryMessage[] {
  return skills.flatMap(({ skill, band }) =>
    band.kind === 'noScore' && band.reason === 'noItems' ? [{ code: 'SKILL_WITHDRAWN' as const, skill }] : [],
  );
}

function place(percentile: PercentileRank | TooFew): SummaryMessage {
  if (percentile.kind === 'tooFew') return { code: 'TOO_FEW_TO_COMPARE', n: percentile.n, needed: percentile.needed };
  const { value, low, high, n } = percentile;
  return { code: 'PERCENTILE', value, low, high, n };
}
