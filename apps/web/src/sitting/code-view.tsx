import { useApolloClient } from '@apollo/client/react';
import { ReportQuestion } from '../answering/report-question';
import type { SubmissionView } from '../workspace/runs/submission-query';
import { Workspace } from '../workspace/workspace';
import type { OpenItem } from './sitting-item';

/** Appends a submission to the item's list in the cache. */
function useSubmitted(itemId: string) {
  const { cache } = useApolloClient();
  return (submission: SubmissionView): void => {
    cache.modify<{ submissions: readonly { readonly __ref: string }[] }>({
      id: cache.identify({ __typename: 'AttemptItem', id: itemId }) ?? '',
      fields: {
        submissions: (known, { toReference, readField }) => {
          const isKnown = known.some((one) => readField('id', one) === submission.id);
          const added = toReference({ __typename: 'Submission', id: submission.id });
          return isKnown || !added ? known : [added, ...known];
        },
      },
    });
  };
}

/** A code or model item: Run uses the public cases; submissions are only received. */
export function CodeView({ item, isLocked }: { readonly item: OpenItem; readonly isLocked: boolean }) {
  const onSubmitted = useSubmitted(item.id);
  return (
    <Workspace
      item={item}
      sent={{ list: item.submissions, loadMore: null }}
      isFixed={isLocked}
      showsVerdict={false}
      explained={null}
      below={<ReportQuestion itemId={item.id} />}
      onSubmitted={onSubmitted}
      onGraded={() => undefined}
    />
  );
}
