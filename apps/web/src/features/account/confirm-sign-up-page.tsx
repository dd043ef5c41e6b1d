import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Anchor, Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { Link } from 'react-router';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { onAnswer } from '../../platform/on-answer';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { CONFIRM_SIGN_UP } from './link-operations';
import { useLinkToken } from './link-token';
import { PasswordField } from './password-field';
import { useArrive } from './use-arrive';
import { useFormErrors } from './use-form-errors';

function useConfirm(token: string) {
  const words = useAccountMessages().accountLinks;
  const form = useFormErrors('confirm');
  const arrive = useArrive();
  const { act, isRunning, failure } = useAct(CONFIRM_SIGN_UP);
  const [refusal, setRefusal] = useState<string | null>(null);
  const confirm = async (password: string): Promise<void> => {
    setRefusal(null);
    if (!form.isComplete({ password })) return;
    const answer = (await act({ input: { token, password } }))?.confirmSignUp;
    await onAnswer(answer, {
      MailedLinkUnusableProblem: ({ reason }) => setRefusal(words.unusable[reason]),
      CredentialsRefusedProblem: () => setRefusal(words.confirm.refused),
      ConfirmSignUpSuccess: arrive,
    });
  };
  return { form, confirm, isRunning, failure: refusal ?? failure };
}

function Confirm({ token }: { readonly token: string }) {
  const messages = useMessages();
  const words = useAccountMessages().accountLinks.confirm;
  const { form, confirm, isRunning, failure } = useConfirm(token);
  const [password, setPassword] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void confirm(password);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{words.why}</Text>
        <FormErrors errors={form.errors} />
        <PasswordField
          field={form.propsOf('password')}
          label={messages.account.password}
          value={password}
          onChange={setPassword}
        />
        <ActError>{failure}</ActError>
        <ActButton type="submit" isRunning={isRunning}>
          {words.act}
        </ActButton>
      </Stack>
    </form>
  );
}

/** Finishes a sign-up: makes the account and signs in. */
export function ConfirmSignUpPage() {
  const words = useAccountMessages().accountLinks;
  const token = useLinkToken();
  return (
    <PageBody width="reading">
      <Stack gap="lg" maw="var(--ho-form)">
        <PageHeading title={words.confirm.title} />
        {token === null ? <Text>{words.noLink}</Text> : <Confirm token={token} />}
        <Anchor component={Link} to="/sign-in?new" size="sm" underline="always">
          {words.confirm.again}
        </Anchor>
      </Stack>
    </PageBody>
  );
}
