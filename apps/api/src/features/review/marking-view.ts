import type { Answer, RubricSecret } from '@holdout/bank';
import { setFormulas } from '@holdout/formulas';
import {
  type AccountId,
  type Database,
  type DisagreementRow,
  ReviewDisagreementRepository,
  type ItemRow,
  type ItemSecrets,
  type ReviewQueueRow,
  ReviewRepository,
  type ReviewRow,
  type ReviewerWorkRow,
  ScoreRepository,
} from '@holdout/persistence';
import type {
  Answer as AnswerView,
  CalibrationAnswer,
  MarkingQueue,
  MarkingSample,
  MarkingTask,
  Review,
  ReviewDisagreement,
  RubricCriterion,
} from '../../generated/resolvers';
import { feedbackOf } from '../attempt/feedback';
import { contentOf, SHOWS_ALL } from '../attempt/item-content';
import { shownItem, wholeItem } from '../attempt/item-parts';
import { viewOf } from '../attempt/kinds/registry';
import { rubricView } from '../attempt/kinds/shared/rubric-view';
import { kindView } from '../question-bank/kind-names';
import type { CalibrationTask } from './calibrating';
import type { OpenedTask } from './marking';
import { criteriaOf, type RubricVersion, rubricVersions } from './rubric-of';

const SAMPLES = [
  ['STRONG', 'strong'],
  ['MIDDLING', 'middling'],
  ['WEAK', 'weak'],
] as const;

/** The question, the answer and the rubric of an item: neither the attempt nor its item, whose ids others could look up. */
export async function answerToMark(db: Database, { rubricVersionId }: ReviewQueueRow, item: ItemRow) {
  const [secret] = await db.repo(ScoreRepository).listSecrets([item.id]);
  if (secret === undefined) throw new Error(`Item ${item.id} has no version.`);
  const version = (await rubricVersions(db, [rubricVersionId]))(rubricVersionId);
  const sentenceOf = await sentences(db, version, secret);
  const { explanation, detail } = feedbackOf(item, wholeItem(item, secret), null, sentenceOf);
  const content = contentOf(item, SHOWS_ALL, null);
  return { content, answer: answerView(item), ...rubricOf(version, sentenceOf), explanation, detail };
}

export async function markingTaskView(
  db: Database,
  queue: ReviewQueueRow,
  { task, number, total }: OpenedTask,
): Promise<MarkingTask> {
  const reviews = db.repo(ReviewRepository);
  const [item, review] = [await reviews.getItem(task.itemId), await reviews.findOfTask(task.id)];
  const shown = await answerToMark(db, queue, item);
  const own = { review: review === null ? null : reviewView(review), dueAt: task.dueAt };
  return { id: task.id, number, total, ...shown, ...own };
}

/** Without samples: they may be the answer itself. Their levels are not shown before it is marked. */
export async function calibrationView(
  db: Database,
  queue: ReviewQueueRow,
  { entry: { id, shows }, number, total }: CalibrationTask,
): Promise<CalibrationAnswer> {
  const reviews = db.repo(ReviewRepository);
  const item = 'itemId' in shows ? await reviews.getItem(shows.itemId) : await reviews.getItemOfQueue(queue.id);
  const { samples: _, detail, answer, ...shown } = await answerToMark(db, queue, item);
  if ('itemId' in shows) return { id, number, total, ...shown, text: null, answer, detail };
  return { id, number, total, ...shown, text: setFormulas(shows.text), answer: null, detail: null };
}

export async function disagreementView(
  db: Database,
  queue: ReviewQueueRow,
  { id, itemId }: DisagreementRow,
  accountId: AccountId,
): Promise<ReviewDisagreement> {
  const positions = await db.repo(ReviewDisagreementRepository).listPositions(id);
  const shown = await answerToMark(db, queue, await db.repo(ReviewRepository).getItem(itemId));
  const marks = positions.map(({ levels, comments, proposed, reason }) => ({
    levels: levelsView(levels),
    comments: commentsView(comments),
    proposed: levelsView(proposed ?? {}),
    reason,
  }));
  return { id, ...shown, marks, isOwn: positions.some((position) => position.accountId === accountId) };
}

export function queueView(
  { id, title, assessmentTitle, kind }: ReviewQueueRow,
  { toMark, secondMarks, done: doneCount, disagreements: disagreementCount, medianSeconds, dueAt }: ReviewerWorkRow,
): MarkingQueue {
  const own = { toMark, secondMarks, doneCount, disagreementCount, medianSeconds, dueAt };
  return { id, title, assessmentTitle, kind: kindView(kind), ...own };
}

export function reviewView({ number, levels, comments, toCandidate, private: own, isFlagged }: ReviewRow): Review {
  return {
    number,
    levels: levelsView(levels),
    comments: commentsView(comments),
    noteToCandidate: toCandidate,
    privateNote: own,
    isFlagged,
  };
}

const commentsView = (comments: Readonly<Record<string, string>>) =>
  Object.entries(comments).map(([criterion, text]) => ({ criterion, text }));

export const levelsView = (levels: Readonly<Record<string, number>>) =>
  Object.entries(levels).map(([criterion, level]) => ({ criterion, level }));

function answerView(item: ItemRow): AnswerView | null {
  const part = shownItem(item);
  return item.answer === null ? null : viewOf(part.kind).answerView(part, item.answer as Answer);
}

type Sentence = (misconception: string | null | undefined) => string | null;

/** The rubric of a version without levels, and its samples; a short text has one criterion and no samples. */
export function rubricOf(
  version: RubricVersion,
  sentenceOf: Sentence,
): Pick<MarkingTask, 'rubric' | 'redFlags' | 'samples'> {
  const secret = version.secretPart as Partial<RubricSecret>;
  if (!isWithRubric(secret)) return { rubric: criteriaOf(version).map(bareCriterion), redFlags: [], samples: [] };
  const { rubric, redFlags } = rubricView(secret, null, sentenceOf);
  const samples = SAMPLES.map(([name, key]): MarkingSample => {
    const { text, levels } = secret.samples[key];
    return { name, text: setFormulas(text), levels: levelsView(levels) };
  });
  return { rubric, redFlags, samples };
}

const isWithRubric = (secret: Partial<RubricSecret>): secret is RubricSecret => secret.rubric !== undefined;

/** A criterion that the kind defines for all its questions: clients have its words. */
const bareCriterion = ({ id, weight, top }: { id: string; weight: number; top: number }): RubricCriterion => ({
  id,
  title: '',
  block: null,
  weight,
  levels: Array.from({ length: top + 1 }, () => ''),
  level: null,
});

async function sentences(db: Database, version: RubricVersion, { namespace }: ItemSecrets): Promise<Sentence> {
  const { redFlags = [] } = version.secretPart as Partial<RubricSecret>;
  const named = redFlags.flatMap(({ misconception }) => misconception ?? []);
  const stored = await db.repo(ScoreRepository).sentencesOf(named.map((name) => namespace + name));
  return (name) => (name ? (stored.get(namespace + name) ?? null) : null);
}
