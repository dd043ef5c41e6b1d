import { useApolloClient } from '@apollo/client/react';
import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { NotFound } from '../../platform/not-found';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { RoleGate } from '../../platform/organization/role-gate';
import { usePageQuery } from '../../platform/use-page-query';
import { VIEWER } from '../../platform/viewer';
import { DomainList } from './domain-list';
import { ORGANIZATION_SIGN_IN } from './organization-sign-in-operations';
import { ProviderForm } from './provider-form';
import { RulesForm } from './rules-form';

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

function Settings() {
  const words = useOrganizationMessages().organizationSignIn;
  const { slug } = useOrganization();
  const client = useApolloClient();
  const { organizationSignIn: signIn } = usePageQuery(ORGANIZATION_SIGN_IN, { slug }).data;
  // The administrator's own session may lack what was required just now; the viewer says so.
  const onChanged = () => client.refetchQueries({ include: [ORGANIZATION_SIGN_IN, VIEWER] });
  return (
    <Stack gap="xl">
      <Section title={words.provider.title}>
        <ProviderForm key={signIn.provider?.issuer ?? ''} signIn={signIn} onChanged={onChanged} />
      </Section>
      <Section title={words.domains.title}>
        <DomainList domains={signIn.domains} onChanged={onChanged} />
      </Section>
      <Section title={words.rules.title}>
        <RulesForm key={String(signIn.requiresSingleSignOn)} signIn={signIn} onChanged={onChanged} />
      </Section>
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
