import { type Answer, checkSource, kindOf } from '@holdout/bank';
import {
  type AttemptRow,
  type Clock,
  type Database,
  type ItemRow,
  newId,
  type SentCode,
  SubmissionRepository,
} from '@holdout/persistence';
import { queueSubmission } from '../submission/queue-submission';

/**
 * Submits code that was saved but not submitted when its attempt ends, so that the deadline does not lose it. Returns
 * the ids of all items that now have a submission: their scores are written when the grade reports arrive.
 */
export async function handInCode(
  tx: Database,
  attempt: AttemptRow,
  items: readonly ItemRow[],
  { at, clock }: { readonly at: Date; readonly clock: Clock },
): Promise<ReadonlySet<string>> {
  const programs = items.filter((item) => kindOf(item.kind).scoredBy === 'submission');
  const sent = await tx.repo(SubmissionRepository).listNewest(programs.map((item) => item.id));
  const newest = new Map(sent.map((code) => [code.itemId, code]));
  for (const item of programs) {
    const code = unsentCode(item, newest.get(item.id));
    if (code === null) continue;
    const ids = { id: newId(clock), clientId: newId(clock), jobId: newId(clock), itemId: item.id };
    await queueSubmission(tx, { ...ids, ...code, purpose: 'submit', ownInput: null, sentAt: at }, { item, attempt });
    newest.set(item.id, { ...code, itemId: item.id });
  }
  return new Set(newest.keys());
}

/** The saved code, if it can be graded and differs from the last submission. */
function unsentCode(item: ItemRow, sent: SentCode | undefined): Pick<SentCode, 'language' | 'source'> | null {
  const answer = item.answer as Answer | null;
  if (answer?.kind !== 'code' || checkSource(answer.source) !== null) return null;
  const { language, source } = answer;
  return sent?.language === language && sent.source === source ? null : { language, source };
}
