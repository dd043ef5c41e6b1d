import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AccountQuery } from '../../generated/operations';
import { useAccountMessages } from '../../messages/account-messages';
import { AccountOnly } from '../../platform/account-only';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { PageSection } from '../../platform/page-section';
import { SignInFirst } from '../../platform/sign-in-first';
import { usePageQuery } from '../../platform/use-page-query';
import { ACCOUNT } from './account-operations';
import { EmailSection } from './email-section';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';
import { SessionList } from './session-list';

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
      <PageSection title={words.name.title}>
        <NameForm key={account.displayName} present={account.displayName} />
      </PageSection>
      <PageSection title={words.email.title}>
        <EmailSection account={account} sendsMail={data.installation.sendsMail} />
      </PageSection>
      <PageSection title={words.password.title}>
        <PasswordForm />
      </PageSection>
      <PageSection title={words.sessions.title}>
        <SessionList sessions={data.sessions} />
      </PageSection>
      <PageSection title={words.data.title}>
        <Data />
      </PageSection>
    </Stack>
  );
}

function LoadedAccount() {
  return <Account data={usePageQuery(ACCOUNT, {}).data} />;
}

/** What a person can change about their account. */
export function AccountPage() {
  return (
    <PageBody width="reading">
      <PagePane>
        <AccountOnly>
          <LoadedAccount />
        </AccountOnly>
      </PagePane>
    </PageBody>
  );
}
