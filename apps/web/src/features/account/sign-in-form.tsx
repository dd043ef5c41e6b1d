import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { PasswordInput, Stack, TextInput } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { CodeStep } from './code-step';
import { OrganizationStep } from './organization-step';
import { PasskeyButton } from './passkey-button';
import { useSignIn } from './use-sign-in';

type State = ReturnType<typeof useSignIn>;

function Password({ form, values, setValues }: State) {
  const words = useMessages().account;
  return (
    <PasswordInput
      {...form.propsOf('password')}
      label={words.password}
      autoComplete="current-password"
      autoFocus
      visibilityToggleButtonProps={{ 'aria-label': words.showPassword, tabIndex: 0 }}
      value={values.password}
      onChange={(event) => setValues({ ...values, password: event.currentTarget.value })}
    />
  );
}

/** The address, and the password once it is asked for. Another address asks again what its domain offers. */
function AddressForm({ state }: { readonly state: State }) {
  const words = useMessages().account;
  const steps = useAccountMessages().signInSteps;
  const { form, step, values } = state;
  const isWithPassword = step === 'password';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    state.submit();
  };
  const type = (email: string) => {
    state.setValues({ ...values, email });
    if (step !== 'email') state.setStep('email');
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
          onChange={(event) => type(event.currentTarget.value)}
        />
        {isWithPassword ? <Password {...state} /> : null}
        <ActError>{state.failure}</ActError>
        {step === 'organization' ? null : (
          <ActButton type="submit" isRunning={state.isRunning}>
            {isWithPassword ? words.signIn.act : steps.next}
          </ActButton>
        )}
      </Stack>
    </form>
  );
}

/** Signs in step by step. An unknown address and a wrong password get the same error. */
export function SignInForm() {
  const state = useSignIn();
  if (state.step === 'code') return <CodeStep onAgain={() => state.setStep('email')} />;
  return (
    <Stack>
      <AddressForm state={state} />
      {state.step === 'organization' ? (
        <OrganizationStep
          email={state.values.email}
          isRequired={state.offer === 'REQUIRED'}
          onPassword={() => state.setStep('password')}
        />
      ) : null}
      <PasskeyButton />
    </Stack>
  );
}
