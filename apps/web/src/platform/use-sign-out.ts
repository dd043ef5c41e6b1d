import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import type { SignOutMutation, SignOutMutationVariables } from '../generated/operations';

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

/** Ends the session, forgets everything read in it, and goes home. */
export function useSignOut() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [signOut] = useMutation(SIGN_OUT);
  return async (input: { readonly everywhere: boolean }): Promise<void> => {
    await signOut({ variables: { input } });
    await navigate('/');
    await client.resetStore();
  };
}
