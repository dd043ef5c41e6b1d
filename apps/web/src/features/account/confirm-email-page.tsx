import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError } from '@holdout/ui';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAccountMessages } from '../../messages/account-messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { refetchForViewer, useViewer } from '../../platform/viewer';
import { CONFIRM_EMAIL } from './link-operations';
import { useLinkToken } from './link-token';

function Confirm({ token }: { readonly token: string }) {
  const words = useAccountMessages().accountLinks;
  const client = useApolloClient();
  const { act, isRunning, failure } = useAct(CONFIRM_EMAIL);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isDone, setIsDone] = useState(false);
  const confirm = async () => {
    setRefusal(null);
    const answer = (await act({ input: { token } }))?.confirmEmail;
    if (answer?.__typename === 'MailedLinkUnusableProblem') setRefusal(words.unusable[answer.reason]);
    if (answer?.__typename !== 'ConfirmEmailSuccess') return;
    setIsDone(true);
    await refetchForViewer(client);
  };
  if (isDone)
    return (
      <Stack align="flex-start">
        <Text role="status">
          <span>{words.email.done}</span> <span>{words.email.doneDetail}</span>
        </Text>
        <Anchor component={Link} to="/account">
          {words.email.toAccount}
        </Anchor>
      </Stack>
    );
  return (
    <Stack align="flex-start">
      <Text>{words.email.why}</Text>
      <ActError>{refusal ?? failure}</ActError>
      <ActButton isRunning={isRunning} onClick={() => void confirm()}>
        {words.email.act}
      </ActButton>
    </Stack>
  );
}

function SignInFirst() {
  const words = useAccountMessages().accountLinks.email;
  return (
    <Stack align="flex-start">
      <Text>{words.signInFirst}</Text>
      <Button component={Link} to="/sign-in">
        {words.signIn}
      </Button>
    </Stack>
  );
}

/** Uses the link that proves a new address, or the present one. */
export function ConfirmEmailPage() {
  const words = useAccountMessages().accountLinks;
  const token = useLinkToken();
  const viewer = useViewer();
  return (
    <PageBody width="reading">
      <Stack gap="lg" maw="var(--ho-form)">
        <PageHeading title={words.email.title} />
        {token === null ? <Text>{words.noLink}</Text> : null}
        {token !== null && viewer?.account ? <Confirm token={token} /> : null}
        {token !== null && viewer !== null && viewer.account === null ? <SignInFirst /> : null}
      </Stack>
    </PageBody>
  );
}
