import { type CodeBundle, isHigherBetter, type ModelBundle } from '@holdout/bank';
import { type Score, scoreGroups, scoreModel } from '@holdout/scoring';
import type { GradeReport } from '../contract/report';

/** The part of a question that determines the score of a submission. A bundle has it, and so has an item of an attempt. */
export type ScoredQuestion =
  | { readonly kind: 'code'; readonly candidate: Pick<CodeBundle['candidate'], 'groups'> }
  | { readonly kind: 'model'; readonly candidate: Pick<ModelBundle['candidate'], 'metric'> };

type Graded = Pick<GradeReport, 'verdict' | 'groups' | 'metric'>;

/**
 * The points earned by a graded submission, of the points possible; null for the verdict `notGraded`, which must never
 * become a score. A model earns its point only with the verdict `passed`: not if a guard failed or the runs differ by too
 * much, even if the metric reached the pass line.
 */
export function scoreOfReport(question: ScoredQuestion, { verdict, groups, metric }: Graded): Score | null {
  if (verdict.kind === 'notGraded') return null;
  if (question.kind === 'code') return scoreGroups(question.candidate.groups, groups);
  const lines = question.candidate.metric;
  const reached = verdict.kind === 'passed' ? (metric?.value ?? null) : null;
  const { earned, possible } = scoreModel({ ...lines, higherIsBetter: isHigherBetter(lines.name) }, reached);
  return { earned, possible };
}
