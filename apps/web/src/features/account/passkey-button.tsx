import { ActButton, ActError } from '@holdout/ui';
import { useAccountMessages } from '../../messages/account-messages';
import { usePasskeySignIn } from './use-passkey-sign-in';

/** Offered where the browser has passkeys. */
export function PasskeyButton() {
  const words = useAccountMessages().signInSteps.passkey;
  const { signIn, isRunning, failure } = usePasskeySignIn();
  if (typeof window.PublicKeyCredential === 'undefined') return null;
  return (
    <>
      <ActError>{failure}</ActError>
      <ActButton variant="default" isRunning={isRunning} onClick={() => void signIn()}>
        {words.act}
      </ActButton>
    </>
  );
}
