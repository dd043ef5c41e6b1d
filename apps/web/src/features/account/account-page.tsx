import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AccountQuery } from '../../generated/operations';
import { useAccountMessages } from '../../messages/account-messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { SignInFirst } from '../../platform/sign-in-first';
import { usePageQuery } from '../../platform/use-page-query';
import { useViewer } from '../../platform/viewer';
import { ACCOUNT } from './account-operations';
import { EmailSection } from './email-section';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';
import { SessionList } from './session-list';

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Data() {
  const words = useAccountMessages().accountSettings.data;
  return (
    <>
      <Text maw="var(--ho-measure)">{words.detail}</Text>
      <Anchor component={Link} to="/progress" underline="always">
        {words.open}
      </Anchor>
    </>
  );
}

function Account({ data }: { readonly data: AccountQuery }) {
  const words = useAccountMessages().accountSettings;
  const { account } = data.viewer;
  if (account === null) return <SignInFirst />;
  return (
    <Stack gap="xl">
      <PageHeading title={words.title} />
      <Section title={words.name.title}>
        <NameForm key={account.displayName} present={account.displayName} />
      </Section>
      <Section title={words.email.title}>
        <EmailSection account={account} sendsMail={data.installation.sendsMail} />
      </Section>
      <Section title={words.password.title}>
        <PasswordForm />
      </Section>
      <Section title={words.sessions.title}>
        <SessionList sessions={data.sessions} />
      </Section>
      <Section title={words.data.title}>
        <Data />
      </Section>
    </Stack>
  );
}

function LoadedAccount() {
  return <Account data={usePageQuery(ACCOUNT, {}).data} />;
}

/** Only for an account: guests have neither name nor sessions to see. */
function OwnAccount() {
  const viewer = useViewer();
  if (viewer === null) return null;
  return viewer.account === null ? <SignInFirst /> : <LoadedAccount />;
}

/** What a person can change about their account. */
export function AccountPage() {
  return (
    <PageBody width="reading">
      <PagePane>
        <OwnAccount />
      </PagePane>
    </PageBody>
  );
}
