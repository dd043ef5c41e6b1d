import { Status } from '@holdout/ui';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { TodaySection } from '../../platform/organization/today-section';
import { usePageQuery } from '../../platform/use-page-query';
import { WAITING_INVITATIONS } from './members-operations';

/** Invitations to become a member that nobody has accepted yet; first those that need something done. */
export function InvitationsBlock() {
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const { memberInvitations } = usePageQuery(WAITING_INVITATIONS, { slug }).data;
  if (memberInvitations.length === 0) return null;
  const stuck = memberInvitations.filter(({ status }) => status === 'EXPIRED' || status === 'NOT_DELIVERED');
  return (
    <TodaySection title={words.waiting(memberInvitations.length)}>
      {stuck.length > 0 ? <Status kind="attention" label={words.stuck(stuck.length)} /> : null}
      <Text>{words.waitingFor(memberInvitations.map(({ email }) => email))}</Text>
      <Anchor component={Link} to={`/o/${slug}/settings/members`}>
        {words.toMembers}
      </Anchor>
    </TodaySection>
  );
}
