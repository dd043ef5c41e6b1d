import type { CountedSubmission } from '@holdout/scoring';

/**
 * The purpose of an attempt: practice, an organization's assessment, a look at one by a member, or the trial before one by
 * its candidate. The last two count nowhere.
 */
export type Purpose = 'practice' | 'assessment' | 'preview' | 'trial';

/** A single practised question, a timed set drawn for practice, or a published assessment. */
export type AttemptForm = 'single' | 'quiz' | 'assessment';

/** What a page of an attempt shows: one question, or all of a section. */
export type AssessmentPage = 'item' | 'section';

/** The rules of a published assessment, for all its attempts. */
export type AssessmentRules = {
  readonly mayGoBack: boolean;
  readonly countedSubmission: CountedSubmission;
  /** What a page shows; one question if it is not stated, as in versions before this rule. */
  readonly page?: AssessmentPage;
  /** The parts of the report that the candidate sees after its release. */
  readonly afterRelease: 'nothing' | 'score' | 'answers';
};

/** What the version of an attempt determines about it. */
export type AttemptRules = AssessmentRules & {
  /** In which code may be answered; all that a question offers if empty. */
  readonly languages: readonly string[];
};

/** The facts about an attempt that the policy needs. */
export type AttemptFacts = {
  readonly purpose: Purpose;
  readonly form: AttemptForm;
  readonly assessmentVersionId: string | null;
  readonly endedAt: Date | null;
  readonly releasedAt: Date | null;
  /** Those of its assessment version; null in practice. */
  readonly rules: AttemptRules | null;
};

/** The facts about one item of the attempt that the policy needs. */
export type ItemFacts = {
  /** When the item stopped accepting answers; null while it accepts them. */
  readonly fixedAt: Date | null;
  readonly isScoredBySubmission: boolean;
  /** Whether the item has full marks. */
  readonly hasFullMarks: boolean;
};
