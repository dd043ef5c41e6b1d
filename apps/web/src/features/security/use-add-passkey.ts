import { useAnnounce } from '@holdout/ui';
import type { AddPasskeyMutation, StartPasskeySetupMutation } from '../../generated/operations';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { useAct } from '../../platform/use-act';
import type { Proof, ProofOutcome } from './proof-form';
import { ADD_PASSKEY, START_PASSKEY_SETUP } from './security-operations';
import { useRefusals } from './use-refusals';

type Started = Extract<
  StartPasskeySetupMutation['startPasskeySetup'],
  { readonly __typename: 'StartPasskeySetupSuccess' }
>;

/** ES256 and RS256, as COSE numbers them: together every authenticator has one of them. */
const ALGORITHMS = [-7, -257];

/** Asks the browser to make a passkey; its own dialog explains itself. Null if the person or device declined. */
async function makePasskey({ challenge, rpId, userId, userName, displayName, existing }: Started, rpName: string) {
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    return await startRegistration({
      optionsJSON: {
        challenge,
        rp: { id: rpId, name: rpName },
        user: { id: userId, name: userName, displayName },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: existing.map(({ id }) => ({ id, type: 'public-key' })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      },
    });
  } catch {
    return null;
  }
}

/** Adds a passkey of this device. `onDone` is called once it is stored. */
export function useAddPasskey(hasPassword: boolean, onDone: () => void) {
  const messages = useMessages();
  const words = useAccountMessages().security.passkeys;
  const announce = useAnnounce();
  const refusalOf = useRefusals(hasPassword);
  const begin = useAct(START_PASSKEY_SETUP);
  const finish = useAct(ADD_PASSKEY);
  const settle = (answer: AddPasskeyMutation['addPasskey'], name: string): ProofOutcome => {
    if (answer.__typename === 'InvalidInputProblem') return answer.issues;
    if (answer.__typename === 'PasskeyRefusedProblem') return words.refused;
    announce(words.added(name));
    onDone();
    return null;
  };
  const store = async (started: Started, name: string): Promise<ProofOutcome> => {
    const made = await makePasskey(started, messages.shell.name);
    if (made === null) return words.failed;
    const { clientDataJSON, attestationObject, transports = [] } = made.response;
    const data = await finish.act({ input: { name, id: made.id, clientDataJSON, attestationObject, transports } });
    return data && settle(data.addPasskey, name);
  };
  const add = async ({ name, password }: Proof): Promise<ProofOutcome> => {
    const started = (await begin.act({ input: { password } }))?.startPasskeySetup;
    if (!started) return null;
    return started.__typename === 'StartPasskeySetupSuccess' ? store(started, name) : refusalOf(started.__typename);
  };
  return { add, isRunning: begin.isRunning || finish.isRunning, failure: begin.failure ?? finish.failure };
}
