import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { Link } from 'react-router';
import { useAccountMessages } from '../../messages/account-messages';
import { onAnswer } from '../../platform/on-answer';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { refetchForViewer } from '../../platform/viewer';
import { RESET_PASSWORD } from './link-operations';
import { PasswordField } from './password-field';
import { useFormErrors } from './use-form-errors';

function useReset(token: string) {
  const words = useAccountMessages().accountLinks;
  const client = useApolloClient();
  const form = useFormErrors('new-password');
  const { act, isRunning, failure } = useAct(RESET_PASSWORD);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isDone, setIsDone] = useState(false);
  const reset = async (password: string): Promise<void> => {
    setRefusal(null);
    if (!form.isComplete({ password })) return;
    const answer = (await act({ input: { token, password } }))?.resetPassword;
    await onAnswer(answer, {
      MailedLinkUnusableProblem: ({ reason }) => setRefusal(words.unusable[reason]),
      InvalidInputProblem: ({ issues }) => form.show(issues),
      ResetPasswordSuccess: async () => {
        setIsDone(true);
        await refetchForViewer(client);
      },
    });
  };
  return { form, reset, isRunning, failure: refusal ?? failure, isDone };
}

function Done() {
  const words = useAccountMessages().accountLinks.newPassword;
  return (
    <Stack align="flex-start">
      <PageHeading key={words.done} title={words.done} isFocused />
      <Text role="status">{words.doneDetail}</Text>
      <Button component={Link} to="/sign-in">
        {words.signIn}
      </Button>
    </Stack>
  );
}

/** Sets a new password with the token of a mailed link. */
export function NewPassword({ token }: { readonly token: string }) {
  const words = useAccountMessages().accountLinks.newPassword;
  const { form, reset, isRunning, failure, isDone } = useReset(token);
  const [password, setPassword] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void reset(password);
  };
  if (isDone) return <Done />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <PageHeading title={words.title} />
        <Text>{words.why}</Text>
        <FormErrors errors={form.errors} />
        <PasswordField
          field={form.propsOf('password')}
          label={words.label}
          isNew
          value={password}
          onChange={setPassword}
        />
        <ActError>{failure}</ActError>
        <ActButton type="submit" isRunning={isRunning}>
          {words.act}
        </ActButton>
        <Anchor component={Link} to="/reset" size="sm" underline="always">
          {words.again}
        </Anchor>
      </Stack>
    </form>
  );
}
