import { gql, type TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import type { StartSingleSignOnMutation, StartSingleSignOnMutationVariables } from '../generated/operations';
import { useAccountMessages } from '../messages/account-messages';
import { useAct } from './use-act';

export const START_SINGLE_SIGN_ON: TypedDocumentNode<StartSingleSignOnMutation, StartSingleSignOnMutationVariables> =
  gql`
    mutation StartSingleSignOn($input: StartSingleSignOnInput!) {
      startSingleSignOn(input: $input) {
        ... on StartSingleSignOnSuccess {
          address
        }
        ... on SingleSignOnRefusedProblem {
          reason
        }
        ... on Problem {
          code
        }
      }
    }
  `;

const FROM = 'sign-in-from';

/** The page that a sign-in through a provider began at. It outlasts the way there and back in this tab. */
export const singleSignOnFrom = (): string => sessionStorage.getItem(FROM) ?? '/';

/** Leaves the site for the identity provider of the address's domain. */
export function useSingleSignOn() {
  const { faults } = useAccountMessages().signInSteps;
  const { act, isRunning, failure } = useAct(START_SINGLE_SIGN_ON);
  const [refusal, setRefusal] = useState<string | null>(null);
  const start = async (email: string, from: string): Promise<void> => {
    setRefusal(null);
    const answer = (await act({ input: { email, from } }))?.startSingleSignOn;
    if (answer?.__typename === 'SingleSignOnRefusedProblem') setRefusal(faults[answer.reason]);
    if (answer?.__typename !== 'StartSingleSignOnSuccess') return;
    sessionStorage.setItem(FROM, from);
    window.location.assign(answer.address);
  };
  return { start, isRunning, failure: refusal ?? failure };
}
