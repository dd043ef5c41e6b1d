import { Anchor, Box, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { returnAddress } from '../../platform/return-address';
import { useViewer } from '../../platform/viewer';
import { MailSent } from './mail-sent';
import { SignInForm } from './sign-in-form';
import { SignUpForm } from './sign-up-form';

function otherWay(search: URLSearchParams): string {
  const next = new URLSearchParams(search);
  if (next.has('new')) next.delete('new');
  else next.set('new', '');
  return `/sign-in?${next.toString()}`;
}

/** For those who are signed in: the way on. */
function Already() {
  const words = useMessages().account;
  const [search] = useSearchParams();
  const account = useViewer()?.account;
  if (!account) return null;
  return (
    <Text>
      <span>{words.already(account.displayName)}</span>{' '}
      <Anchor component={Link} to={returnAddress(search)} underline="always">
        {words.goOn}
      </Anchor>
    </Text>
  );
}

function ForgottenPassword() {
  const words = useMessages().account;
  return (
    <Anchor component={Link} to="/reset" size="sm" underline="always">
      {words.forgotten}
    </Anchor>
  );
}

/** Signs in, or creates an account with `?new`; both return to the previous page. */
export function SignInPage() {
  const links = useAccountMessages().accountLinks;
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <PageBody width="reading">
      <Stack gap="lg" maw="var(--ho-form)">
        {sentTo === null ? (
          <SignInOrUp onMailSent={setSentTo} />
        ) : (
          <MailSent onAgain={() => setSentTo(null)}>{links.sent.signUp(sentTo)}</MailSent>
        )}
      </Stack>
    </PageBody>
  );
}

function SignInOrUp({ onMailSent }: { readonly onMailSent: (email: string) => void }) {
  const messages = useMessages().account;
  const [search] = useSearchParams();
  const viewer = useViewer();
  const isNew = search.has('new');
  const words = isNew ? messages.signUp : messages.signIn;
  return (
    <>
      <PageHeading key={`heading of ${words.title}`} title={words.title} />
      <Already />
      {isNew ? <Text>{messages.signUp.why}</Text> : null}
      {viewer?.isGuest ? <Text>{words.guest}</Text> : null}
      <Box key={`form of ${words.title}`}>{isNew ? <SignUpForm onMailSent={onMailSent} /> : <SignInForm />}</Box>
      {isNew ? null : <ForgottenPassword />}
      <Text size="sm">
        <span>{words.other}</span>{' '}
        <Anchor component={Link} to={otherWay(search)} replace underline="always" inherit>
          {words.otherAct}
        </Anchor>
      </Text>
    </>
  );
}
