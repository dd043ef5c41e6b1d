import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useMessages } from '../../messages/messages';
import { useAct } from '../../platform/use-act';
import { SIGN_IN } from './credentials';
import { useArrive } from './use-arrive';
import { useFormErrors } from './use-form-errors';

const EMPTY = { email: '', password: '' };

/** E-mail and password. An unknown address and a wrong password get the same error. */
export function SignInForm() {
  const words = useMessages().account;
  const form = useFormErrors('sign-in');
  const arrive = useArrive();
  const { act, isRunning, failure } = useAct(SIGN_IN);
  const [values, setValues] = useState(EMPTY);
  const [isRefused, setIsRefused] = useState(false);
  const signIn = async () => {
    setIsRefused(false);
    if (!form.isComplete(values)) return;
    const answer = (await act({ input: values }))?.signIn;
    if (answer?.__typename === 'SignInSuccess') await arrive();
    if (answer?.__typename === 'CredentialsRefusedProblem') setIsRefused(true);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void signIn();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('email')}
          label={words.email}
          type="email"
          autoComplete="username"
          value={values.email}
          onChange={(event) => setValues({ ...values, email: event.currentTarget.value })}
        />
        <PasswordInput
          {...form.propsOf('password')}
          label={words.password}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': words.showPassword, tabIndex: 0 }}
          value={values.password}
          onChange={(event) => setValues({ ...values, password: event.currentTarget.value })}
        />
        <ActError>{isRefused ? words.refused : failure}</ActError>
        <ActButton type="submit" isRunning={isRunning}>
          {words.signIn.act}
        </ActButton>
      </Stack>
    </form>
  );
}
