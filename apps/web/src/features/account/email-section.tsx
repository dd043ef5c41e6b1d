import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { AccountQuery } from '../../generated/operations';
import { useAccountMessages } from '../../messages/account-messages';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { CHANGE_EMAIL, PROVE_EMAIL } from './account-operations';
import { PasswordField } from './password-field';
import { useFormErrors } from './use-form-errors';

type Account = NonNullable<AccountQuery['viewer']['account']>;

function Prove() {
  const words = useAccountMessages().accountSettings.email;
  const { act, isRunning, failure } = useAct(PROVE_EMAIL);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const prove = async () => {
    const answer = (await act({ input: { confirm: true } }))?.proveEmail;
    if (answer?.__typename === 'ProveEmailSuccess') setSentTo(answer.email);
  };
  return (
    <Stack gap="sm" align="flex-start">
      <Text maw="var(--ho-measure)">{words.unproven}</Text>
      <ActButton variant="default" isRunning={isRunning} onClick={() => void prove()}>
        {words.prove}
      </ActButton>
      <Text role="status">{sentTo === null ? '' : words.proofSent(sentTo)}</Text>
      <ActError>{failure}</ActError>
    </Stack>
  );
}

const EMPTY = { email: '', password: '' };

function useChangeEmail() {
  const words = useAccountMessages().accountSettings.password;
  const form = useFormErrors('change-email');
  const { act, isRunning, failure } = useAct(CHANGE_EMAIL);
  const [values, setValues] = useState(EMPTY);
  const [isRefused, setIsRefused] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const change = async (): Promise<void> => {
    setIsRefused(false);
    setSentTo(null);
    if (!form.isComplete(values)) return;
    const answer = (await act({ input: values }))?.changeEmail;
    await onAnswer(answer, {
      InvalidInputProblem: ({ issues }) => form.show(issues),
      CredentialsRefusedProblem: () => setIsRefused(true),
      ChangeEmailSuccess: ({ email }) => {
        setSentTo(email);
        setValues(EMPTY);
      },
    });
  };
  const refused = isRefused ? words.refused : failure;
  return { form, values, setValues, change, isRunning, failure: refused, sentTo };
}

function ChangeForm() {
  const words = useAccountMessages().accountSettings.email;
  const { form, values, setValues, change, isRunning, failure, sentTo } = useChangeEmail();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void change();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw="var(--ho-form)" align="stretch">
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('email')}
          label={words.label}
          type="email"
          autoComplete="email"
          value={values.email}
          onChange={(event) => setValues({ ...values, email: event.currentTarget.value })}
        />
        <PasswordField
          field={form.propsOf('password')}
          label={words.password}
          value={values.password}
          onChange={(password) => setValues({ ...values, password })}
        />
        <ActError>{failure}</ActError>
        <ActButton type="submit" variant="default" isRunning={isRunning} style={{ alignSelf: 'flex-start' }}>
          {words.act}
        </ActButton>
        <Text role="status">{sentTo === null ? '' : words.sent(sentTo)}</Text>
      </Stack>
    </form>
  );
}

type Props = { readonly account: Account; readonly sendsMail: boolean };

/** The address of the account: proven or not, and the way to another one. */
export function EmailSection({ account, sendsMail }: Props) {
  const words = useAccountMessages().accountSettings.email;
  return (
    <>
      <Text>{words.present(account.email)}</Text>
      {account.isProven || !sendsMail ? null : <Prove />}
      {sendsMail ? <ChangeForm /> : <Text maw="var(--ho-measure)">{words.off}</Text>}
    </>
  );
}
