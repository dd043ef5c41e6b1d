import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SingleSignOnOffer } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { errorWords } from '../../platform/error-words';
import { useAct } from '../../platform/use-act';
import { SIGN_IN } from './credentials';
import { SIGN_IN_WAYS } from './sign-in-operations';
import { useArrive } from './use-arrive';
import { useFormErrors } from './use-form-errors';

/** The address first; then what its domain offers, or a password; then a code, if the account has a second factor. */
export type SignInStep = 'email' | 'organization' | 'password' | 'code';

type Ways = {
  readonly ask: (email: string) => Promise<SingleSignOnOffer | null>;
  readonly isAsking: boolean;
  readonly failure: string | null;
};

function useWays(): Ways {
  const messages = useMessages();
  const client = useApolloClient();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const ask = async (email: string): Promise<SingleSignOnOffer | null> => {
    setFailure(null);
    setIsAsking(true);
    try {
      const { data } = await client.query({ query: SIGN_IN_WAYS, variables: { email }, fetchPolicy: 'network-only' });
      return data?.signInWays.singleSignOn ?? null;
    } catch (error) {
      setFailure(errorWords(messages, error));
      return null;
    } finally {
      setIsAsking(false);
    }
  };
  return { ask, isAsking, failure };
}

/** The state of the sign-in form. */
export function useSignIn() {
  const words = useMessages().account;
  const form = useFormErrors('sign-in');
  const arrive = useArrive();
  const [search] = useSearchParams();
  const ways = useWays();
  const { act, isRunning, failure } = useAct(SIGN_IN);
  const [step, setStep] = useState<SignInStep>(search.has('code') ? 'code' : 'email');
  const [values, setValues] = useState({ email: '', password: '' });
  const [offer, setOffer] = useState<SingleSignOnOffer>('NONE');
  const [isRefused, setIsRefused] = useState(false);
  const next = async (): Promise<void> => {
    if (!form.isComplete({ email: values.email })) return;
    const found = await ways.ask(values.email);
    if (found === null) return;
    setOffer(found);
    setStep(found === 'NONE' ? 'password' : 'organization');
  };
  const signIn = async (): Promise<void> => {
    setIsRefused(false);
    if (!form.isComplete(values)) return;
    const data = await act({ input: values });
    switch (data?.signIn.__typename) {
      case 'SignInSuccess':
        await arrive();
        break;
      case 'SecondFactorNeededProblem':
        setStep('code');
        break;
      case 'CredentialsRefusedProblem':
        setIsRefused(true);
        break;
      case undefined:
        break;
    }
  };
  const submit = (): void => void (step === 'password' ? signIn() : next());
  const shown = isRefused ? words.refused : (ways.failure ?? failure);
  return {
    form,
    step,
    setStep,
    values,
    setValues,
    offer,
    submit,
    isRunning: isRunning || ways.isAsking,
    failure: shown,
  };
}
