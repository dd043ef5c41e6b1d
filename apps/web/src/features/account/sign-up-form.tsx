import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { SignUpMutation } from '../../generated/operations';
import { useNavigate, useSearchParams } from 'react-router';
import { useMessages } from '../../messages/messages';
import { codeStepAddress, returnAddress } from '../../platform/return-address';
import { useAct } from '../../platform/use-act';
import { SIGN_UP } from './credentials';
import { useArrive } from './use-arrive';
import { useFormErrors } from './use-form-errors';

const EMPTY = { displayName: '', email: '', password: '' };

function useSignUp(onMailSent: (email: string) => void) {
  const form = useFormErrors('sign-up');
  const arrive = useArrive();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { act, isRunning, failure } = useAct(SIGN_UP);
  const [values, setValues] = useState(EMPTY);
  const [isRefused, setIsRefused] = useState(false);
  const settle = async (answer: SignUpMutation['signUp']): Promise<void> => {
    switch (answer.__typename) {
      case 'SignUpSuccess':
        await arrive();
        break;
      case 'SecondFactorNeededProblem':
        await navigate(codeStepAddress(returnAddress(search)), { replace: true });
        break;
      case 'SignUpMailSuccess':
        onMailSent(answer.email);
        break;
      case 'InvalidInputProblem':
        form.show(answer.issues);
        break;
      case 'CredentialsRefusedProblem':
        setIsRefused(true);
        break;
    }
  };
  const signUp = async (): Promise<void> => {
    setIsRefused(false);
    if (!form.isComplete(values)) return;
    const data = await act({ input: values });
    if (data) await settle(data.signUp);
  };
  return { form, values, setValues, signUp, isRunning, isRefused, failure };
}

/** Asks for an account by a name, an address and a password; a guest's work moves to it. */
export function SignUpForm({ onMailSent }: { readonly onMailSent: (email: string) => void }) {
  const words = useMessages().account;
  const { form, values, setValues, signUp, isRunning, isRefused, failure } = useSignUp(onMailSent);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void signUp();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('displayName')}
          label={words.displayName}
          description={words.displayNameHint}
          autoComplete="name"
          value={values.displayName}
          onChange={(event) => setValues({ ...values, displayName: event.currentTarget.value })}
        />
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
          description={words.newPasswordHint}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': words.showPassword, tabIndex: 0 }}
          value={values.password}
          onChange={(event) => setValues({ ...values, password: event.currentTarget.value })}
        />
        <ActError>{isRefused ? words.refusedNew : failure}</ActError>
        <ActButton type="submit" isRunning={isRunning}>
          {words.signUp.act}
        </ActButton>
      </Stack>
    </form>
  );
}
