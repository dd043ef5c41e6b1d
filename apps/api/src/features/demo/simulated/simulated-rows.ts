import { type Rng } from '@holdout/bank';
import {
  type AssessmentId,
  type AssessmentVersionId,
  type AttemptId,
  type AttemptScoreToWrite,
  type CandidateId,
  type Clock,
  type InvitationId,
  newId,
  type OrganizationId,
  type QuestionVersionId,
  type SimulatedAnswer,
  type SimulatedPerson,
} from '@holdout/persistence';
import { attemptPoints, type ItemToScore } from '@holdout/scoring';
import { DEMO_DOMAIN } from '../../identity/demo-domain';
import type { SimulatedAttempt, SimulatedOutcome } from './simulate-cohort';

/** A choice of one option that everyone was given. */
export type SimulatedQuestion = {
  readonly questionVersionId: QuestionVersionId;
  readonly sectionId: string;
  readonly weight: number;
  readonly skills: readonly string[];
  readonly key: string;
  readonly others: readonly string[];
};

export type SimulatedPlace = {
  readonly organizationId: OrganizationId;
  readonly assessmentId: AssessmentId;
  readonly assessmentVersionId: AssessmentVersionId;
};

export type SimulatedRows = {
  readonly people: readonly SimulatedPerson[];
  readonly answers: readonly SimulatedAnswer[];
  readonly scores: readonly AttemptScoreToWrite[];
};

const DAY_MS = 86_400_000;
/** They took it in the three weeks before. */
const DAYS = 21;

type Given = {
  readonly place: SimulatedPlace;
  readonly questions: readonly SimulatedQuestion[];
  readonly rng: Rng;
  readonly clock: Clock;
};

/** The rows of simulated attempts, with names that nobody could have. */
export function simulatedRows(attempts: readonly SimulatedAttempt[], given: Given): SimulatedRows {
  const all = attempts.map((attempt, index) => rowsOf(attempt, index + 1, given));
  return {
    people: all.map(({ person }) => person),
    answers: all.flatMap(({ answers }) => answers),
    scores: all.map(({ score }) => score),
  };
}

function rowsOf({ outcomes }: SimulatedAttempt, number: number, { place, questions, rng, clock }: Given) {
  const startedAt = new Date(clock.now().getTime() - Math.floor(rng.next() * DAYS * DAY_MS) - DAY_MS / 4);
  const label = String(number).padStart(3, '0');
  let seconds = 0;
  const attemptId = newId<AttemptId>(clock);
  const answers = questions.map((question, index): SimulatedAnswer => {
    const outcome = outcomes[index] ?? { state: 'notReached', isRight: false, seconds: 0 };
    seconds += outcome.seconds;
    return {
      ...answerTo(question, outcome, rng),
      itemId: newId(clock),
      scoreId: newId(clock),
      attemptId,
      position: index + 1,
      savedAt: new Date(startedAt.getTime() + 1000 * seconds),
    };
  });
  const endedAt = new Date(startedAt.getTime() + 1000 * (seconds + 30));
  const person: SimulatedPerson = {
    candidateId: newId<CandidateId>(clock),
    invitationId: newId<InvitationId>(clock),
    attemptId,
    name: `Simulated ${label}`,
    email: `simulated${label}${DEMO_DOMAIN}`,
    startedAt,
    endedAt,
  };
  return { person, answers, score: { ...place, attemptId, ...pointsOf(questions, answers), ...scoredAt(endedAt) } };
}

const scoredAt = (at: Date) => ({ scoredAt: at, cause: 'scored', reason: null, correctionId: null }) as const;

function answerTo(question: SimulatedQuestion, { state, isRight }: SimulatedOutcome, rng: Rng) {
  const { questionVersionId, sectionId, weight, key, others } = question;
  // Wrong options are not equally tempting: the first one takes half of the mistakes.
  const wrong = rng.next() < 0.5 ? (others[0] ?? key) : rng.pick(others);
  const picked = isRight ? key : wrong;
  const options = rng.shuffle([key, ...others]);
  return {
    ...{ questionVersionId, sectionId, weight, state },
    draw: { options },
    answer: state === 'answered' ? { format: 1, kind: 'choice', picked: [picked] } : null,
    earned: isRight ? 1 : 0,
    possible: 1,
  };
}

function pointsOf(questions: readonly SimulatedQuestion[], answers: readonly SimulatedAnswer[]) {
  const items = answers.map((answer, index): ItemToScore => {
    const { itemId, position, questionVersionId, sectionId, weight, earned, possible, state, savedAt } = answer;
    return {
      ...{ itemId, position, questionVersionId, sectionId, weight },
      skills: questions[index]?.skills ?? [],
      isGrading: false,
      isWithdrawn: false,
      scores: [{ earned, possible, pending: 0, markedBy: 'key', state, scoredAt: savedAt }],
    };
  });
  return attemptPoints(items, 'last');
}
