import { Text } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';

/** The viewer's own membership. */
export function MembershipPage() {
  const messages = useMessages();
  const words = messages.members;
  const { viewerRoles } = useOrganization();
  const trail = [{ name: messages.organization.pages.settings, to: 'settings' }];
  return (
    <OrganizationPageBody title={words.membership} trail={trail} width="reading">
      <Text>{words.roles(viewerRoles.map((role) => messages.names.roles[role]))}</Text>
    </OrganizationPageBody>
  );
}
