import { useState } from 'react';
import { useAccountMessages } from '../../messages/account-messages';
import { useAct } from '../../platform/use-act';
import { SIGN_IN_WITH_PASSKEY, START_PASSKEY } from './sign-in-operations';
import { useArrive } from './use-arrive';

type Reference = { readonly id: string; readonly transports: readonly string[] };

/** Asks the browser for a passkey of this site; its own dialog explains itself. Null if the person or device declined. */
async function askBrowser(challenge: string, rpId: string, allowed: readonly Reference[]) {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const allowCredentials = allowed.map(({ id }) => ({ id, type: 'public-key' as const }));
  try {
    const optionsJSON = { challenge, rpId, allowCredentials, userVerification: 'required' as const };
    return await startAuthentication({ optionsJSON });
  } catch {
    return null;
  }
}

/** Signs in with a passkey, or finishes a sign-in with it. */
export function usePasskeySignIn() {
  const words = useAccountMessages().signInSteps.passkey;
  const arrive = useArrive();
  const begin = useAct(START_PASSKEY);
  const finish = useAct(SIGN_IN_WITH_PASSKEY);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (answer: NonNullable<Awaited<ReturnType<typeof askBrowser>>>): Promise<void> => {
    const { clientDataJSON, authenticatorData, signature, userHandle = null } = answer.response;
    const input = { id: answer.id, clientDataJSON, authenticatorData, signature, userHandle };
    const outcome = (await finish.act({ input }))?.signInWithPasskey;
    if (outcome?.__typename === 'SignInWithPasskeySuccess') await arrive();
    if (outcome?.__typename === 'PasskeyRefusedProblem') setRefusal(words.refused);
  };
  const signIn = async (): Promise<void> => {
    setRefusal(null);
    const started = (await begin.act({ input: {} }))?.startPasskeySignIn;
    const answer = started && (await askBrowser(started.challenge, started.rpId, started.allowed));
    if (answer) await send(answer);
    else if (started) setRefusal(words.failed);
  };
  const isRunning = begin.isRunning || finish.isRunning;
  return { signIn, isRunning, failure: refusal ?? begin.failure ?? finish.failure };
}
