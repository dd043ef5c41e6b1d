import type { AssessmentDraft } from '@holdout/assessment';
import { useState } from 'react';

/** The section that questions are added to: the chosen one, or else the last; null for a new one. */
export function useTarget({ sections }: AssessmentDraft) {
  const [chosen, setChosen] = useState<{ readonly id: string | null; readonly of: number } | null>(null);
  const last = sections.at(-1)?.id ?? null;
  // A new section was chosen: once it exists, it is the last one.
  const isNew = chosen !== null && chosen.id === null && chosen.of === sections.length;
  const known = sections.find(({ id }) => id === chosen?.id)?.id;
  return {
    target: isNew ? null : (known ?? last),
    setTarget: (id: string | null) => setChosen({ id, of: sections.length }),
  };
}
