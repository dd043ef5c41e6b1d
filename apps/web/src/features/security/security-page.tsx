import { useApolloClient } from '@apollo/client/react';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { useAccountMessages } from '../../messages/account-messages';
import { AccountOnly } from '../../platform/account-only';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { PageSection } from '../../platform/page-section';
import { returnAddress } from '../../platform/return-address';
import { usePageQuery } from '../../platform/use-page-query';
import { VIEWER } from '../../platform/viewer';
import { AuthenticatorApp } from './authenticator-app';
import { Passkeys } from './passkeys';
import { SIGN_IN_SECURITY } from './security-operations';

function Back() {
  const words = useAccountMessages().security;
  const [search] = useSearchParams();
  if (!search.has('from')) return null;
  return (
    <Anchor component={Link} to={returnAddress(search)} underline="always">
      {words.back}
    </Anchor>
  );
}

function Security() {
  const words = useAccountMessages().security;
  const client = useApolloClient();
  const { signInSecurity } = usePageQuery(SIGN_IN_SECURITY, {}).data;
  // What organizations require of the session may be there now.
  const onChanged = () => client.refetchQueries({ include: [SIGN_IN_SECURITY, VIEWER] });
  return (
    <Stack gap="xl">
      <PageHeading title={words.title} />
      <Text maw="var(--ho-measure)">{words.intro}</Text>
      <Back />
      <PageSection title={words.app.title}>
        <AuthenticatorApp security={signInSecurity} onChanged={onChanged} />
      </PageSection>
      <PageSection title={words.passkeys.title}>
        <Passkeys security={signInSecurity} onChanged={onChanged} />
      </PageSection>
    </Stack>
  );
}

/** The second factor and the passkeys of the viewer's account. */
export function SecurityPage() {
  return (
    <PageBody width="reading">
      <PagePane isPage>
        <AccountOnly>
          <Security />
        </AccountOnly>
      </PagePane>
    </PageBody>
  );
}
