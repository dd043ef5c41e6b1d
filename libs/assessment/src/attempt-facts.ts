/** What a person works for: their own practice, or an organization's assessment. */
export type Purpose = 'practice' | 'assessment';

/** One practised question, a timed set that a person drew for themselves, or a published assessment. */
export type AttemptForm = 'single' | 'quiz' | 'assessment';

/** What a published assessment decides for all its attempts. */
export type AssessmentRules = {
  readonly mayGoBack: boolean;
  readonly countedSubmission: CountedSubmission;
  /** What the candidate sees once the report is released. */
  readonly afterRelease: 'nothing' | 'score' | 'answers';
};

/** Which of several submissions to one item gives its score. */
export type CountedSubmission = 'best' | 'last';

/** What the policy needs to know of an attempt. `rules` are those of its assessment version, if it has one. */
export type AttemptFacts = {
  readonly purpose: Purpose;
  readonly form: AttemptForm;
  readonly assessmentVersionId: string | null;
  readonly endedAt: Date | null;
  readonly releasedAt: Date | null;
  readonly rules?: AssessmentRules;
};

/** What the policy needs to know of one item of the attempt. */
export type ItemFacts = {
  /** When the item stopped taking answers; null while it takes them. */
  readonly fixedAt: Date | null;
  readonly isScoredBySubmission: boolean;
  /** Whether the item's score is all that it can earn. */
  readonly hasFullMarks: boolean;
};
