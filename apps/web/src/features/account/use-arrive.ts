import { useApolloClient } from '@apollo/client/react';
import { useNavigate, useSearchParams } from 'react-router';
import { refetchForViewer } from '../../platform/viewer';
import { returnAddress } from '../../platform/return-address';

/** After sign-in: resets the cache for the new viewer and returns to the previous page. */
export function useArrive() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return async (): Promise<void> => {
    await navigate(returnAddress(search), { replace: true });
    await refetchForViewer(client);
  };
}
