import { ActButton, ActError, Status, useAnnounce } from '@holdout/ui';
import { Group, Stack, Text } from '@mantine/core';
import type { MembersQuery } from '../../generated/operations';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import { CopyLink } from './copy-link';
import { RESEND, WITHDRAW } from './members-operations';
import styles from './members.module.css';

type Waiting = MembersQuery['memberInvitations'][number];

function State({ invitation }: { readonly invitation: Waiting }) {
  const messages = useMessages();
  const words = useOrganizationMessages().members;
  const until = messages.dates.dateTime(invitation.expiresAt);
  const needsAttention = invitation.status === 'NOT_DELIVERED' || invitation.status === 'EXPIRED';
  return (
    <Group gap="sm">
      <Status kind={needsAttention ? 'attention' : 'waiting'} label={words.status[invitation.status]} />
      <Text size="sm" c="dimmed">
        {invitation.status === 'EXPIRED' ? words.expired(until) : words.until(until)}
      </Text>
    </Group>
  );
}

function Acts({ invitation, onChanged }: { readonly invitation: Waiting; readonly onChanged: () => void }) {
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const announce = useAnnounce();
  const resend = useAct(RESEND);
  const withdraw = useAct(WITHDRAW);
  const resendWords = invitation.link === null ? words.resend : words.newLink;
  const input = { slug, invitationId: invitation.id };
  const again = async () => {
    if (!(await resend.act({ input }))) return;
    announce(words.sentAgain(invitation.email));
    onChanged();
  };
  const end = async () => {
    if (!(await withdraw.act({ input }))) return;
    announce(words.withdrawn(invitation.email));
    onChanged();
  };
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {invitation.link !== null && invitation.status !== 'EXPIRED' ? (
          <CopyLink link={invitation.link} email={invitation.email} />
        ) : null}
        <ActButton
          variant="default"
          isRunning={resend.isRunning}
          aria-label={words.of(resendWords, invitation.email)}
          onClick={() => void again()}
        >
          {resendWords}
        </ActButton>
        <ActButton
          variant="subtle"
          color="gray"
          isRunning={withdraw.isRunning}
          aria-label={words.of(words.withdraw, invitation.email)}
          onClick={() => void end()}
        >
          {words.withdraw}
        </ActButton>
      </Group>
      <ActError>{resend.failure ?? withdraw.failure}</ActError>
    </Stack>
  );
}

type Props = { readonly invitations: readonly Waiting[]; readonly onChanged: () => void };

/** Invitations that nobody has accepted yet. */
export function InvitationList({ invitations, onChanged }: Props) {
  const messages = useMessages();
  const words = useOrganizationMessages().members;
  if (invitations.length === 0) return <Text>{words.noneWaits}</Text>;
  return (
    <ul className={styles['list']}>
      {invitations.map((invitation) => (
        <li key={invitation.id} className={styles['row']}>
          <div className={styles['person']}>
            <Text fw={600}>{invitation.email}</Text>
            <Text size="sm" c="dimmed">
              {words.invitedAs(invitation.roles.map((role) => messages.names.roles[role]))}
            </Text>
          </div>
          <div className={styles['roles']}>
            <State invitation={invitation} />
          </div>
          <Acts invitation={invitation} onChanged={onChanged} />
        </li>
      ))}
    </ul>
  );
}
