import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Anchor, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { Link } from 'react-router';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { useInstallation } from '../../platform/installation';
import { onAnswer } from '../../platform/on-answer';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { REQUEST_RESET } from './link-operations';
import { useLinkToken } from './link-token';
import { MailSent } from './mail-sent';
import { NewPassword } from './new-password';
import { useFormErrors } from './use-form-errors';

function RequestForm({ onSent }: { readonly onSent: (email: string) => void }) {
  const { email: label } = useMessages().account;
  const words = useAccountMessages().accountLinks.reset;
  const form = useFormErrors('reset');
  const { act, isRunning, failure } = useAct(REQUEST_RESET);
  const [email, setEmail] = useState('');
  const [isOff, setIsOff] = useState(false);
  const request = async () => {
    if (!form.isComplete({ email })) return;
    const answer = (await act({ input: { email } }))?.requestPasswordReset;
    await onAnswer(answer, {
      RequestPasswordResetSuccess: (sent) => onSent(sent.email),
      InvalidInputProblem: ({ issues }) => form.show(issues),
      MailUnavailableProblem: () => setIsOff(true),
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void request();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('email')}
          label={label}
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ActError>{isOff ? words.off : failure}</ActError>
        <ActButton type="submit" isRunning={isRunning}>
          {words.act}
        </ActButton>
      </Stack>
    </form>
  );
}

function Request() {
  const words = useAccountMessages().accountLinks;
  const installation = useInstallation();
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null) return <MailSent onAgain={() => setSentTo(null)}>{words.sent.reset(sentTo)}</MailSent>;
  return (
    <Stack gap="lg">
      <PageHeading title={words.reset.title} />
      {installation?.sendsMail === false ? (
        <Text>{words.reset.off}</Text>
      ) : (
        <>
          <Text>{words.reset.why}</Text>
          <RequestForm onSent={setSentTo} />
        </>
      )}
      <Anchor component={Link} to="/sign-in" size="sm" underline="always">
        {words.reset.back}
      </Anchor>
    </Stack>
  );
}

/** Asks for a link to set a new password; with the link of the mail, sets it. */
export function ResetPage() {
  const token = useLinkToken();
  return (
    <PageBody width="reading">
      <Stack maw="var(--ho-form)">{token === null ? <Request /> : <NewPassword token={token} />}</Stack>
    </PageBody>
  );
}
