import { useApolloClient } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { NotFound } from '../../platform/not-found';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { RoleGate } from '../../platform/organization/role-gate';
import { PageSection } from '../../platform/page-section';
import { usePageQuery } from '../../platform/use-page-query';
import { VIEWER } from '../../platform/viewer';
import { DomainList } from './domain-list';
import { ORGANIZATION_SIGN_IN } from './organization-sign-in-operations';
import { ProviderForm } from './provider-form';
import { RulesForm } from './rules-form';

function Settings() {
  const words = useOrganizationMessages().organizationSignIn;
  const { slug } = useOrganization();
  const client = useApolloClient();
  const { organizationSignIn: signIn } = usePageQuery(ORGANIZATION_SIGN_IN, { slug }).data;
  // The administrator's own session may lack what was required just now; the viewer says so.
  const onChanged = () => client.refetchQueries({ include: [ORGANIZATION_SIGN_IN, VIEWER] });
  return (
    <Stack gap="xl">
      <PageSection title={words.provider.title}>
        <ProviderForm key={signIn.provider?.issuer ?? ''} signIn={signIn} onChanged={onChanged} />
      </PageSection>
      <PageSection title={words.domains.title}>
        <DomainList domains={signIn.domains} onChanged={onChanged} />
      </PageSection>
      <PageSection title={words.rules.title}>
        <RulesForm key={String(signIn.requiresSingleSignOn)} signIn={signIn} onChanged={onChanged} />
      </PageSection>
    </Stack>
  );
}

/** How the members of an organization sign in: for its administrators. */
export function OrganizationSignInPage() {
  const messages = useMessages();
  const words = useOrganizationMessages().organizationSignIn;
  const trail = [{ name: messages.organization.pages.settings, to: 'settings' }];
  return (
    <RoleGate roles={['ADMIN']} otherwise={<NotFound />}>
      <OrganizationPageBody title={words.title} trail={trail} width="reading">
        <Settings />
      </OrganizationPageBody>
    </RoleGate>
  );
}
