import { Status, type StatusKind } from '@holdout/ui';
import { useMessages } from '../../messages/messages';
import type { VerdictView } from './submission-query';

function kindOf({ kind }: Pick<VerdictView, 'kind'>): StatusKind {
  if (kind === 'PASSED') return 'right';
  return kind === 'NOT_GRADED' ? 'notGraded' : 'wrong';
}

/** How a case, a group or a submission came out. */
export function VerdictStatus({ verdict }: { readonly verdict: Pick<VerdictView, 'kind'> }) {
  const words = useMessages().question.code.verdict;
  return <Status kind={kindOf(verdict)} label={words.kinds[verdict.kind]} />;
}
