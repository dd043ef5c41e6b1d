import { ActButton, ActError, focusOnArrival } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { MemberRole } from '../../generated/operations';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import { REMOVE_MEMBER } from './members-operations';
import styles from './members.module.css';
import { RoleBoxes } from './role-boxes';
import { type ShownMember, useRoleChange } from './use-role-change';

type Props = {
  readonly member: ShownMember;
  /** The roles were saved; `before` are those to go back to. */
  readonly onChanged: (member: ShownMember, roles: readonly MemberRole[]) => void;
  readonly onRemoved: (member: ShownMember) => void;
};

/** What is lost is said before it is lost: the viewer's own administration cannot be taken back by the viewer. */
function GiveUp({ onGo, onKeep }: { readonly onGo: () => void; readonly onKeep: () => void }) {
  const words = useOrganizationMessages().members;
  return (
    <Stack gap="sm" role="group" aria-label={words.giveUp}>
      <Text size="sm">{words.giveUpWhy}</Text>
      <Group gap="sm">
        <Button variant="default" ref={focusOnArrival} onClick={onGo}>
          {words.giveUp}
        </Button>
        <Button variant="subtle" color="gray" onClick={onKeep}>
          {words.keep}
        </Button>
      </Group>
    </Stack>
  );
}

function Remove({ member, onRemoved }: Pick<Props, 'member' | 'onRemoved'>) {
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const { act, isRunning, failure } = useAct(REMOVE_MEMBER);
  const [isAsked, setIsAsked] = useState(false);
  const [isLast, setIsLast] = useState(false);
  const remove = async () => {
    const answer = (await act({ input: { slug, memberId: member.id } }))?.removeMember;
    if (answer?.__typename === 'LastAdministratorProblem') setIsLast(true);
    if (answer?.__typename === 'RemoveMemberSuccess') onRemoved(member);
  };
  if (!isAsked) {
    return (
      <Button variant="default" aria-label={words.removeOne(member.displayName)} onClick={() => setIsAsked(true)}>
        {words.remove}
      </Button>
    );
  }
  return (
    <Stack gap="sm" role="group" aria-label={words.removeOne(member.displayName)}>
      <Text size="sm">{words.removeWhy(member.displayName)}</Text>
      <Group gap="sm">
        <ActButton variant="default" isRunning={isRunning} ref={focusOnArrival} onClick={() => void remove()}>
          {words.remove}
        </ActButton>
        <Button variant="subtle" color="gray" onClick={() => setIsAsked(false)}>
          {words.keep}
        </Button>
      </Group>
      <ActError>{isLast ? words.lastAdministrator(member.displayName) : failure}</ActError>
    </Stack>
  );
}

/** A member with the roles, which are saved at once. */
export function MemberRow({ member, onChanged, onRemoved }: Props) {
  const words = useOrganizationMessages().members;
  const { shown, change, failure } = useRoleChange(member);
  const [asked, setAsked] = useState<readonly MemberRole[] | null>(null);
  const save = async (roles: readonly MemberRole[]) => {
    setAsked(null);
    if (await change(roles)) onChanged(member, roles);
  };
  const choose = (roles: readonly MemberRole[]) => {
    if (member.isViewer && member.roles.includes('ADMIN') && !roles.includes('ADMIN')) setAsked(roles);
    else void save(roles);
  };
  return (
    <li className={styles['row']}>
      <div className={styles['person']}>
        <Text fw={600}>{member.isViewer ? words.you(member.displayName) : member.displayName}</Text>
        <Text size="sm" c="dimmed">
          {member.email}
        </Text>
      </div>
      <Stack gap="sm" className={styles['roles'] ?? ''}>
        <RoleBoxes label={words.rolesOf(member.displayName)} roles={asked ?? shown} onChange={choose} />
        {asked ? <GiveUp onGo={() => void save(asked)} onKeep={() => setAsked(null)} /> : null}
        <ActError>{failure}</ActError>
      </Stack>
      {member.isViewer ? null : <Remove member={member} onRemoved={onRemoved} />}
    </li>
  );
}
