import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Anchor, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useAccountMessages } from '../../messages/account-messages';
import { useAct } from '../../platform/use-act';
import { PasskeyButton } from './passkey-button';
import { COMPLETE_SIGN_IN } from './sign-in-operations';
import { useArrive } from './use-arrive';
import { useFormErrors } from './use-form-errors';

function useComplete() {
  const words = useAccountMessages().signInSteps.code;
  const form = useFormErrors('second-step');
  const arrive = useArrive();
  const { act, isRunning, failure } = useAct(COMPLETE_SIGN_IN);
  const [refusal, setRefusal] = useState<string | null>(null);
  const complete = async (code: string): Promise<void> => {
    setRefusal(null);
    if (!form.isComplete({ code })) return;
    const data = await act({ input: { code } });
    switch (data?.completeSignIn.__typename) {
      case 'CompleteSignInSuccess':
        await arrive();
        break;
      case 'CodeRefusedProblem':
        setRefusal(words.refused);
        break;
      case 'SignInExpiredProblem':
        setRefusal(words.expired);
        break;
      case undefined:
        break;
    }
  };
  return { form, complete, isRunning, failure: refusal ?? failure };
}

/** The second step: a code of the app, a recovery code, or a passkey. */
export function CodeStep({ onAgain }: { readonly onAgain: () => void }) {
  const words = useAccountMessages().signInSteps.code;
  const { form, complete, isRunning, failure } = useComplete();
  const [code, setCode] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void complete(code);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors errors={form.errors} />
        <Text>{words.intro}</Text>
        <TextInput
          {...form.propsOf('code')}
          label={words.label}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ActError>{failure}</ActError>
        <ActButton type="submit" isRunning={isRunning}>
          {words.act}
        </ActButton>
        <PasskeyButton />
        <Anchor component="button" type="button" size="sm" underline="always" onClick={onAgain}>
          {words.again}
        </Anchor>
      </Stack>
    </form>
  );
}
