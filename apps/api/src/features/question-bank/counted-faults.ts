import type { LoadedQuestion } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import type { FaultCountRow } from '@holdout/persistence';
import { checkKeyOf, isChecked, readLedger } from '@holdout/question-check';

/** What the check of a bank counted for these very versions; nothing of what has changed since, or was never checked. */
export function countedFaults(
  questions: readonly LoadedQuestion[],
  checkedJson: string | undefined,
): readonly FaultCountRow[] {
  const ledger = readLedger(checkedJson);
  return questions
    .filter((question) => isChecked(ledger, question.bundle.id, checkKeyOf(question, sha256)))
    .flatMap(({ bundle: { id } }) =>
      Object.entries(ledger.items[id]?.faults ?? {}).map(([language, count]) => ({
        questionId: id,
        language,
        ...count,
      })),
    );
}
