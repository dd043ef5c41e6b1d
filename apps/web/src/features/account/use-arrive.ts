import { useApolloClient } from '@apollo/client/react';
import { useNavigate, useSearchParams } from 'react-router';
import { readAnew } from '../../platform/read-anew';
import { returnAddress } from '../../platform/return-address';

/** After signing in: back to where one came from, with everything read anew as the person one now is. */
export function useArrive() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return async (): Promise<void> => {
    await navigate(returnAddress(search), { replace: true });
    await readAnew(client);
  };
}
