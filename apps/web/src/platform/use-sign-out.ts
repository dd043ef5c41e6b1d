import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import type { SignOutMutation, SignOutMutationVariables } from '../generated/operations';
import { refetchForViewer } from './viewer';
import { useAct } from './use-act';

const SIGN_OUT: TypedDocumentNode<SignOutMutation, SignOutMutationVariables> = gql`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      ... on SignOutSuccess {
        viewer {
          isGuest
        }
      }
    }
  }
`;

/** Ends the session, clears the cache and goes to the home page. */
export function useSignOut() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { act, failure } = useAct(SIGN_OUT);
  const signOut = async (everywhere: boolean): Promise<void> => {
    if (!(await act({ input: { everywhere } }))) return;
    await navigate('/');
    await refetchForViewer(client);
  };
  return { signOut, failure };
}
