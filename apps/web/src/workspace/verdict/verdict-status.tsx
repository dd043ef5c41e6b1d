import { Status, type StatusKind } from '@holdout/ui';
import { createContext, useContext } from 'react';
import { useMessages } from '../../messages/messages';
import type { VerdictView } from '../runs/submission-query';

function kindOf({ kind }: Pick<VerdictView, 'kind'>): StatusKind {
  if (kind === 'PASSED') return 'right';
  return kind === 'NOT_GRADED' ? 'notGraded' : 'wrong';
}

/** True within a model question, where a wrong answer means a metric below its pass line or a missed limit. */
export const IsMeasured = createContext(false);

/** The result of a case, a group or a submission. */
export function VerdictStatus({ verdict }: { readonly verdict: Pick<VerdictView, 'kind'> }) {
  const words = useMessages().question.code.verdict;
  const isBelow = useContext(IsMeasured) && verdict.kind === 'WRONG_ANSWER';
  return <Status kind={kindOf(verdict)} label={isBelow ? words.belowPass : words.kinds[verdict.kind]} />;
}
