import { EmptyState } from '@holdout/ui';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useMessages } from '../../messages/messages';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';

/** What needs the viewer's attention in the organization now. */
export function TodayPage() {
  const words = useMessages().today;
  return (
    <OrganizationPageBody title={words.title} width="reading">
      <EmptyState
        title={words.nothing}
        detail={words.nothingDetail}
        action={
          <Anchor component={Link} to="/questions">
            {words.practise}
          </Anchor>
        }
      />
    </OrganizationPageBody>
  );
}
