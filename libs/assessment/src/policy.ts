import type { AssessmentRules, AttemptFacts, CountedSubmission, ItemFacts } from './attempt-facts';

/** How often something may be sent: at most `count` times in any window of `windowMs` milliseconds. */
export type Ration = { readonly count: number; readonly windowMs: number };

/** How long programs may hold a grader: nothing is accepted after `seconds` of slot time in any window of `windowMs`. */
export type TimeRation = { readonly seconds: number; readonly windowMs: number };

export type Rations = {
  readonly submit: Ration;
  readonly run: Ration;
  readonly slotTime: TimeRation;
  /** Submissions of one version of a question; null where no verdict is shown that could be an oracle. */
  readonly submitPerQuestion: Ration | null;
};

/** What is kept of a person's work beside the answers themselves. */
export type Recorded = 'revisions' | 'submissions' | 'edits' | 'pastes' | 'focus' | 'resizes' | 'devices';

/** Everything that differs between practice, a quiz and an assessment. Gates are answers for now, not for ever. */
export type Policy = {
  /** Whether the key, the explanation and the misconceptions of an item may be shown. */
  readonly showsFeedback: (item: ItemFacts) => boolean;
  readonly showsHints: boolean;
  /** Whether verdicts of submissions on hidden cases may be shown; else a submission is only known to be received. */
  readonly showsVerdicts: boolean;
  /** Whether the total, and the totals by skill, may be shown. */
  readonly showsScore: boolean;
  /** Whether each item is checked or given up by itself, at any time. */
  readonly endsItemByItem: boolean;
  /** Whether people may mark what the key cannot. */
  readonly allowsSelfMarks: boolean;
  /** Whose hidden data grades the code: the argument `scope` of a seed. */
  readonly dataScope: string;
  /** Verdicts are an oracle of the hidden cases, so they are rationed; runs are rationed to share the machine. */
  readonly rations: Rations;
  readonly recorded: readonly Recorded[];
  readonly mayGoBack: boolean;
  readonly countedSubmission: CountedSubmission;
};

/** The scope of the hidden data that practice is graded on, one for the whole installation. */
export const PRACTICE_DATA_SCOPE = 'practice';

const TEN_MINUTES_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const RATIONS: Rations = {
  submit: { count: 20, windowMs: TEN_MINUTES_MS },
  run: { count: 60, windowMs: TEN_MINUTES_MS },
  slotTime: { seconds: 300, windowMs: TEN_MINUTES_MS },
  submitPerQuestion: { count: 60, windowMs: DAY_MS },
};

/** An assessment without rules of its own tells least and allows least. */
const STRICTEST: AssessmentRules = { mayGoBack: false, countedSubmission: 'last', afterRelease: 'nothing' };

/** Gives everything that follows from what an attempt is for and where it stands. */
export function policyOf(attempt: AttemptFacts): Policy {
  switch (attempt.form) {
    case 'single':
      return singlePolicy(attempt);
    case 'quiz':
      return quizPolicy(attempt);
    case 'assessment':
      return assessmentPolicy(attempt);
  }
}

function practicePolicy(attempt: AttemptFacts) {
  if (attempt.purpose !== 'practice') throw new Error(`A ${attempt.form} attempt is practice only.`);
  return {
    showsScore: attempt.endedAt !== null,
    allowsSelfMarks: true,
    dataScope: PRACTICE_DATA_SCOPE,
    rations: RATIONS,
    recorded: ['revisions', 'submissions'],
    mayGoBack: true,
    countedSubmission: 'best',
  } as const satisfies Partial<Policy>;
}

/** One question: feedback comes with the check, or with full marks for code. */
function singlePolicy(attempt: AttemptFacts): Policy {
  return {
    ...practicePolicy(attempt),
    showsFeedback: (item) => item.fixedAt !== null || (item.isScoredBySubmission && item.hasFullMarks),
    showsHints: true,
    showsVerdicts: true,
    endsItemByItem: true,
  };
}

/** A timed set: nothing that depends on a key before it has ended. */
function quizPolicy(attempt: AttemptFacts): Policy {
  const hasEnded = attempt.endedAt !== null;
  return {
    ...practicePolicy(attempt),
    showsFeedback: (item) => hasEnded && item.fixedAt !== null,
    showsHints: hasEnded,
    showsVerdicts: hasEnded,
    endsItemByItem: false,
  };
}

/** Until release a candidate learns that work was received, and nothing from which a key could be inferred. */
function assessmentPolicy(attempt: AttemptFacts): Policy {
  const { purpose, assessmentVersionId, releasedAt, rules = STRICTEST } = attempt;
  if (purpose !== 'assessment' || assessmentVersionId === null) {
    throw new Error('An attempt at an assessment has its purpose and its version.');
  }
  const shows = (what: AssessmentRules['afterRelease'][]): boolean =>
    releasedAt !== null && what.includes(rules.afterRelease);
  const showsAnswers = shows(['answers']);
  return {
    showsFeedback: (item) => showsAnswers && item.fixedAt !== null,
    showsHints: showsAnswers,
    showsVerdicts: showsAnswers,
    showsScore: shows(['score', 'answers']),
    endsItemByItem: false,
    allowsSelfMarks: false,
    dataScope: assessmentVersionId,
    rations: { ...RATIONS, submitPerQuestion: null },
    recorded: ['revisions', 'submissions', 'edits', 'pastes', 'focus', 'resizes', 'devices'],
    mayGoBack: rules.mayGoBack,
    countedSubmission: rules.countedSubmission,
  };
}
