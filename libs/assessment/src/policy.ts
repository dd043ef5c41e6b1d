import type { CountedSubmission } from '@holdout/scoring';
import type { AssessmentPage, AssessmentRules, AttemptFacts, AttemptRules, ItemFacts } from './attempt-facts';

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

/** What is recorded of a person's work in addition to the answers. */
export type Recorded = 'revisions' | 'submissions' | 'edits' | 'pastes' | 'focus' | 'resizes' | 'devices';

/** Everything that differs between practice, a quiz and an assessment. A gate holds only for the given state of the attempt. */
export type Policy = {
  /** Whether the key, the explanation and the misconceptions of an item may be shown. */
  readonly showsFeedback: (item: ItemFacts) => boolean;
  readonly showsHints: boolean;
  /** Whether the bank's question of an item may be named: its title tells the subject, and its page leads to the key. */
  readonly showsQuestion: boolean;
  /** Whether verdicts of submissions on hidden cases may be shown; otherwise only that they were received. */
  readonly showsVerdicts: boolean;
  /** Whether the total, and the totals by skill, may be shown. */
  readonly showsScore: boolean;
  /** Whether each item can be checked or revealed separately, at any time. */
  readonly endsItemByItem: boolean;
  /** Whether self-marking is allowed where the key cannot decide. */
  readonly allowsSelfMarks: boolean;
  /** The scope of the hidden data that grades the code: the argument `scope` of a seed. */
  readonly dataScope: string;
  /** Verdicts are an oracle for the hidden cases, so they are rate-limited; runs are, to share the machine. */
  readonly rations: Rations;
  /** Whether it is for trying only: no total, and what is sent in it uses up nothing of the assessment that follows. */
  readonly isTrial: boolean;
  readonly recorded: readonly Recorded[];
  readonly mayGoBack: boolean;
  /** Whether the titles and points of hidden groups of cases may be shown: in an assessment they hint at what is tested. */
  readonly showsGroups: boolean;
  /** Of the languages that a question offers, those in which it may be answered. */
  readonly languagesOf: (offered: readonly string[]) => readonly string[];
  /** Whether the end gives a code that the person can quote. */
  readonly givesReceipt: boolean;
  /** Whether its points are added up for a report of the organization. */
  readonly hasReport: boolean;
  /** Whether others are told of it: what happens in a preview is no event of the organization. */
  readonly tellsOthers: boolean;
  readonly countedSubmission: CountedSubmission;
  /** Whether an answer that comes after the grace is kept, so that the organization can admit it. */
  readonly keepsLateAnswers: boolean;
};

/** The scope of the hidden data for practice, one for the whole installation. */
export const PRACTICE_DATA_SCOPE = 'practice';

const TEN_MINUTES_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const RATIONS: Rations = {
  submit: { count: 20, windowMs: TEN_MINUTES_MS },
  run: { count: 60, windowMs: TEN_MINUTES_MS },
  slotTime: { seconds: 300, windowMs: TEN_MINUTES_MS },
  submitPerQuestion: { count: 60, windowMs: DAY_MS },
};

/** The rules of an assessment that has none: the strictest ones. */
const STRICTEST: AttemptRules = {
  languages: [],
  mayGoBack: false,
  countedSubmission: 'last',
  afterRelease: 'nothing',
};

/** Everything that depends on the purpose, form and state of an attempt. */
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
  if (attempt.purpose !== 'practice') throw new Error(`A ${attempt.form} attempt must be practice.`);
  return {
    showsScore: attempt.endedAt !== null,
    allowsSelfMarks: true,
    dataScope: PRACTICE_DATA_SCOPE,
    rations: RATIONS,
    isTrial: false,
    recorded: ['revisions', 'submissions'],
    mayGoBack: true,
    showsGroups: true,
    languagesOf: (offered: readonly string[]) => offered,
    givesReceipt: false,
    hasReport: false,
    tellsOthers: true,
    countedSubmission: 'best',
    keepsLateAnswers: false,
  } as const satisfies Partial<Policy>;
}

/** One question: feedback comes with the check, or with full marks for code. */
function singlePolicy(attempt: AttemptFacts): Policy {
  return {
    ...practicePolicy(attempt),
    showsFeedback: (item) => item.fixedAt !== null || (item.isScoredBySubmission && item.hasFullMarks),
    showsHints: true,
    showsQuestion: true,
    showsVerdicts: true,
    endsItemByItem: true,
  };
}

/** A timed set: nothing that depends on a key is shown before it has ended. */
function quizPolicy(attempt: AttemptFacts): Policy {
  const hasEnded = attempt.endedAt !== null;
  return {
    ...practicePolicy(attempt),
    showsFeedback: (item) => hasEnded && item.fixedAt !== null,
    showsHints: hasEnded,
    showsQuestion: hasEnded,
    showsVerdicts: hasEnded,
    endsItemByItem: false,
  };
}

/** Until release a candidate learns only that work was received, and nothing from which a key could be inferred. */
function assessmentPolicy(attempt: AttemptFacts): Policy {
  const { releasedAt } = attempt;
  const rules = attempt.rules ?? STRICTEST;
  const shows = (what: AssessmentRules['afterRelease'][]): boolean =>
    releasedAt !== null && what.includes(rules.afterRelease);
  const showsAnswers = shows(['answers']);
  return {
    ...dataPolicy(attempt),
    showsFeedback: (item) => showsAnswers && item.fixedAt !== null,
    showsHints: showsAnswers,
    showsQuestion: showsAnswers,
    showsVerdicts: showsAnswers,
    showsScore: shows(['score', 'answers']),
    endsItemByItem: false,
    allowsSelfMarks: false,
    mayGoBack: attempt.purpose === 'trial' || rules.mayGoBack,
    showsGroups: showsAnswers,
    languagesOf: (offered) => answerLanguages(offered, attempt.rules),
    countedSubmission: rules.countedSubmission,
    keepsLateAnswers: attempt.purpose === 'assessment' && releasedAt === null,
  };
}

/**
 * Which hidden data grades the code, how often it may be sent, what is recorded and who is told. The data of a version belong to its
 * candidates, so that a member's preview cannot probe them: it uses those of practice.
 */
function dataPolicy({ purpose, assessmentVersionId }: AttemptFacts) {
  if (purpose === 'preview') {
    return {
      dataScope: PRACTICE_DATA_SCOPE,
      rations: RATIONS,
      isTrial: false,
      recorded: ['revisions', 'submissions'],
      givesReceipt: false,
      hasReport: false,
      tellsOthers: false,
    } as const;
  }
  if (purpose === 'trial') return TRIAL;
  if (purpose !== 'assessment' || assessmentVersionId === null) {
    throw new Error('An assessment attempt needs the purpose "assessment" and its version.');
  }
  return {
    dataScope: assessmentVersionId,
    rations: { ...RATIONS, submitPerQuestion: null },
    isTrial: false,
    recorded: ['revisions', 'submissions', 'edits', 'pastes', 'focus', 'resizes', 'devices'],
    givesReceipt: true,
    hasReport: true,
    tellsOthers: true,
  } as const;
}

/** Nothing of a trial is recorded: its answers are stored so that they can be shown again, and deleted after a day. */
const TRIAL = {
  dataScope: PRACTICE_DATA_SCOPE,
  rations: RATIONS,
  isTrial: true,
  recorded: [],
  givesReceipt: false,
  hasReport: false,
  tellsOthers: false,
} as const;

/** What a page shows. Without a way back, showing a question closes those before it, so that each has a page of its own. */
export const pageOf = ({ page = 'item', mayGoBack }: Pick<AssessmentRules, 'page' | 'mayGoBack'>): AssessmentPage =>
  mayGoBack ? page : 'item';

/** The languages in which an item may be answered: all offered ones if the assessment allows none of them, or any. */
export function answerLanguages(
  offered: readonly string[],
  rules: Pick<AttemptRules, 'languages'> | null,
): readonly string[] {
  const both = offered.filter((language) => rules?.languages.includes(language));
  return both.length === 0 ? offered : both;
}
