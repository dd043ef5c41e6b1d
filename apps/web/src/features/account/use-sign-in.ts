import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SignInInput, SingleSignOnOffer } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { errorWords } from '../../platform/error-words';
import { onAnswer } from '../../platform/on-answer';
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

/** The last step that most accounts need: the password. */
function usePassword(form: ReturnType<typeof useFormErrors>, onCode: () => void) {
  const words = useMessages().account;
  const arrive = useArrive();
  const { act, isRunning, failure } = useAct(SIGN_IN);
  const [isRefused, setIsRefused] = useState(false);
  const signIn = async (input: SignInInput): Promise<void> => {
    setIsRefused(false);
    if (!form.isComplete(input)) return;
    await onAnswer((await act({ input }))?.signIn, {
      SignInSuccess: arrive,
      SecondFactorNeededProblem: onCode,
      CredentialsRefusedProblem: () => setIsRefused(true),
    });
  };
  return { signIn, isRunning, refusal: isRefused ? words.refused : null, failure };
}

/** The state of the sign-in form. */
export function useSignIn() {
  const form = useFormErrors('sign-in');
  const [search] = useSearchParams();
  const [step, setStep] = useState<SignInStep>(search.has('code') ? 'code' : 'email');
  const [values, setValues] = useState({ email: '', password: '' });
  const [offer, setOffer] = useState<SingleSignOnOffer>('NONE');
  const ways = useWays();
  const password = usePassword(form, () => setStep('code'));
  const next = async (): Promise<void> => {
    if (!form.isComplete({ email: values.email })) return;
    const found = await ways.ask(values.email);
    if (found === null) return;
    setOffer(found);
    setStep(found === 'NONE' ? 'password' : 'organization');
  };
  return {
    form,
    step,
    setStep,
    values,
    setValues,
    offer,
    submit: (): void => void (step === 'password' ? password.signIn(values) : next()),
    isRunning: password.isRunning || ways.isAsking,
    failure: password.refusal ?? ways.failure ?? password.failure,
  };
}
