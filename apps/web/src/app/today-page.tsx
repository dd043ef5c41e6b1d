import { EmptyState } from '@holdout/ui';
import { Anchor, Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { useMessages } from '../messages/messages';
import { useHasRole, useOrganization } from '../platform/organization/organization-context';
import { OrganizationPageBody } from '../platform/organization/organization-page-body';
import { PagePane } from '../platform/page-pane';
import { blocksFor } from './today-blocks';
import styles from './today-page.module.css';

/** The one next step of a person for whom nothing waits. */
function Nothing() {
  const words = useMessages().today;
  const { slug } = useOrganization();
  const mayInvite = useHasRole(['ADMIN']);
  const action = mayInvite ? (
    <Button component={Link} to={`/o/${slug}/settings/members/invite`}>
      {words.invite}
    </Button>
  ) : (
    <Anchor component={Link} to="/questions">
      {words.practise}
    </Anchor>
  );
  return <EmptyState title={words.nothing} detail={words.nothingDetail} action={action} />;
}

/** What needs the viewer's attention in the organization now. */
export function TodayPage() {
  const words = useMessages().today;
  const { viewerRoles } = useOrganization();
  return (
    <OrganizationPageBody title={words.title} width="reading">
      <PagePane>
        <Stack gap="lg" className={styles['blocks'] ?? ''}>
          {blocksFor(viewerRoles).map(({ name, Block }) => (
            <Block key={name} />
          ))}
        </Stack>
        <div className={styles['nothing']}>
          <Nothing />
        </div>
      </PagePane>
    </OrganizationPageBody>
  );
}
