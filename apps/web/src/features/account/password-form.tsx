import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Anchor, Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { Link } from 'react-router';
import { useAccountMessages } from '../../messages/account-messages';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { ACCOUNT, CHANGE_PASSWORD } from './account-operations';
import { PasswordField } from './password-field';
import { useFormErrors } from './use-form-errors';

const EMPTY = { currentPassword: '', password: '' };

function useChangePassword() {
  const words = useAccountMessages().accountSettings.password;
  const client = useApolloClient();
  const form = useFormErrors('change-password');
  const { act, isRunning, failure } = useAct(CHANGE_PASSWORD);
  const [values, setValues] = useState(EMPTY);
  const [isRefused, setIsRefused] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const change = async (): Promise<void> => {
    setIsRefused(false);
    setIsDone(false);
    if (!form.isComplete(values)) return;
    const answer = (await act({ input: values }))?.changePassword;
    await onAnswer(answer, {
      InvalidInputProblem: ({ issues }) => form.show(issues),
      CredentialsRefusedProblem: () => setIsRefused(true),
      ChangePasswordSuccess: async () => {
        setValues(EMPTY);
        setIsDone(true);
        await client.refetchQueries({ include: [ACCOUNT] });
      },
    });
  };
  return { form, values, setValues, change, isRunning, isDone, failure: isRefused ? words.refused : failure };
}

/** Changes the password; every other session ends. */
export function PasswordForm() {
  const words = useAccountMessages().accountSettings.password;
  const { form, values, setValues, change, isRunning, isDone, failure } = useChangePassword();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void change();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw="var(--ho-form)">
        <FormErrors errors={form.errors} />
        <PasswordField
          field={form.propsOf('currentPassword')}
          label={words.current}
          value={values.currentPassword}
          onChange={(currentPassword) => setValues({ ...values, currentPassword })}
        />
        <Text size="sm">
          <span>{words.forgotten}</span>{' '}
          <Anchor component={Link} to="/reset" underline="always" inherit>
            {words.reset}
          </Anchor>
        </Text>
        <PasswordField
          field={form.propsOf('password')}
          label={words.label}
          isNew
          value={values.password}
          onChange={(password) => setValues({ ...values, password })}
        />
        <ActError>{failure}</ActError>
        <ActButton type="submit" variant="default" isRunning={isRunning} style={{ alignSelf: 'flex-start' }}>
          {words.act}
        </ActButton>
        <Text role="status">{isDone ? words.done : ''}</Text>
      </Stack>
    </form>
  );
}
