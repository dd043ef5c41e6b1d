import type { LoadedQuestion } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import type { FaultCountRow } from '@holdout/persistence';
import { checkKeyOf, isChecked, readLedger } from '@holdout/question-check';

/** Fault counts of the bank check for exactly these versions. Changed or unchecked questions have none. */
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
