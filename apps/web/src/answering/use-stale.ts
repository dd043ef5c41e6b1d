import { useApolloClient } from '@apollo/client/react';
import type { SaveResponseMutation } from '../generated/operations';
import { remember } from './save-response';

type Current = Extract<SaveResponseMutation['saveResponse'], { __typename: 'StaleRevisionProblem' }>['current'];

/** After a request that named an older revision: shows the current answer, which another tab or device has saved. */
export function useStale(itemId: string): (current: Current) => void {
  const { cache } = useApolloClient();
  return (current) => {
    if (current !== null) remember(cache, itemId, current);
  };
}
