import { randomUUID } from 'node:crypto';
import { type AttemptShape, Practiser } from '@holdout/testing';
import type { TestGrader } from '../test-grader';
import { ASSESSMENT, ORGANIZATIONS } from './test-actors';
import { CANDIDATES } from './test-candidates';
import { MEMBERS } from './test-members';

const CHOICE = 'choice.rare-event-accuracy';
const CODE = 'code.average-precision-ties';

/** The objects that the examples name: existing ones, or ids and slugs without an object. */
export type Objects = {
  readonly organization: string;
  readonly question: string;
  readonly attempt: string;
  readonly quiz: string;
  readonly item: string;
  readonly codeItem: string;
  readonly submission: string;
  readonly member: string;
  readonly removableMember: string;
  readonly memberInvitation: string;
  readonly withdrawableInvitation: string;
  readonly assessment: string;
  readonly assessmentVersion: string;
  readonly invitation: string;
  readonly candidate: string;
  readonly mergedCandidate: string;
  readonly candidateInvitation: string;
  readonly candidateAttempt: string;
  readonly publicLink: string;
  readonly reviewQueue: string;
};

export const NOWHERE: Objects = {
  organization: 'nowhere',
  question: 'choice.nowhere',
  attempt: randomUUID(),
  quiz: randomUUID(),
  item: randomUUID(),
  codeItem: randomUUID(),
  submission: randomUUID(),
  member: randomUUID(),
  removableMember: randomUUID(),
  memberInvitation: randomUUID(),
  withdrawableInvitation: randomUUID(),
  assessment: randomUUID(),
  assessmentVersion: randomUUID(),
  invitation: randomUUID(),
  candidate: randomUUID(),
  mergedCandidate: randomUUID(),
  candidateInvitation: randomUUID(),
  candidateAttempt: randomUUID(),
  publicLink: randomUUID(),
  reviewQueue: randomUUID(),
};

/** Objects that everyone may name. Ids of objects with a holder are those of no object. */
export const SHARED: Objects = {
  ...NOWHERE,
  ...MEMBERS,
  ...CANDIDATES,
  organization: ORGANIZATIONS[0],
  question: CHOICE,
  assessment: ASSESSMENT.id,
  assessmentVersion: ASSESSMENT.versionId,
};

/** Creates objects held by the subject of this session. */
export async function objectsOf(url: string, headers: Record<string, string>, grader: TestGrader): Promise<Objects> {
  const client = new Practiser(url, headers);
  const attempt = await client.startPractice(CHOICE);
  const codeItem = firstItem(await client.startPractice(CODE));
  const { submission } = (await client.submitCode(
    codeItem,
    'def average_precision(labels, scores):\n    return 1.0\n',
  )) as {
    submission?: { id: string };
  } & object;
  // A subscription to a submission ends with its verdict.
  await grader.failNext('not graded in this test');
  const quiz = await client.startQuiz({ skills: [], count: 1, minutes: 10 });
  return {
    ...SHARED,
    attempt: attempt.id,
    item: firstItem(attempt),
    codeItem,
    submission: submission?.id ?? '',
    quiz: (quiz['attempt'] as AttemptShape).id,
  };
}

/** Starts the assessment of the candidate of this session. It ends only as a whole, so it is its own `quiz`. */
export async function objectsOfCandidate(
  url: string,
  headers: Record<string, string>,
  grader: TestGrader,
): Promise<Objects> {
  const client = new Practiser(url, headers);
  const { id: attempt, items } = await client.startAssessment();
  const codeItem = items.find(({ kind }) => kind === 'CODE')?.id ?? '';
  const { submission } = (await client.submitCode(
    codeItem,
    'def average_precision(labels, scores):\n    return 1.0\n',
  )) as {
    submission?: { id: string };
  } & object;
  await grader.failNext('not graded in this test');
  const item = items.find(({ kind }) => kind === 'CHOICE')?.id ?? '';
  return { ...SHARED, attempt, quiz: attempt, item, codeItem, submission: submission?.id ?? '' };
}

const firstItem = ({ items }: AttemptShape): string => items[0]?.id ?? '';
