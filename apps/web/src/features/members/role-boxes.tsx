import { Checkbox, Group } from '@mantine/core';
import type { MemberRole } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import styles from './members.module.css';

/** In the order in which they are shown. */
export const ROLES: readonly MemberRole[] = ['ADMIN', 'MANAGER', 'RECRUITER', 'REVIEWER', 'AUTHOR'];

type Props = {
  readonly label: string;
  readonly roles: readonly MemberRole[];
  readonly onChange: (roles: readonly MemberRole[]) => void;
  readonly error?: string | undefined;
  readonly id?: string;
};

/** The roles of one person, several at once. */
export function RoleBoxes({ label, roles, onChange, error, id }: Props) {
  const names = useMessages().names.roles;
  const toggle = (role: MemberRole) =>
    onChange(ROLES.filter((one) => (one === role ? !roles.includes(one) : roles.includes(one))));
  return (
    <Group gap="md" role="group" aria-label={label} id={id} tabIndex={id === undefined ? undefined : -1}>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          label={<span className={styles['role']}>{names[role]}</span>}
          checked={roles.includes(role)}
          onChange={() => toggle(role)}
          error={error !== undefined}
        />
      ))}
    </Group>
  );
}
