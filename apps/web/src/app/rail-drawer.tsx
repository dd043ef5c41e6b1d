import { Drawer } from '@mantine/core';
import { useMessages } from '../messages/messages';
import type { ShownOrganization } from '../platform/organization/organization-context';
import { OrganizationRail } from './organization-rail';

type Props = { readonly organization: ShownOrganization; readonly onClose: () => void };

/** The rail where the window is too narrow for it. */
export function RailDrawer({ organization, onClose }: Props) {
  const messages = useMessages();
  return (
    <Drawer
      opened
      size="xs"
      onClose={onClose}
      title={messages.organization.menu}
      closeButtonProps={{ 'aria-label': messages.ui.close }}
    >
      <OrganizationRail organization={organization} />
    </Drawer>
  );
}
