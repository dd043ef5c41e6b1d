import { Checkbox, Table, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { type Direction, SortHeading } from '../../platform/sort-heading';
import { AllowanceCell, DeadlineCell, MailCell, PointsCell, StatusCell } from './invitation-cells';
import styles from './invitation-table.module.css';
import { type Column, directionOf, withDirection } from './invitations-address';
import type { Invitation } from './invitations-operations';
import { RowActs, type RowActsProps } from './row-acts';

export type Selection = {
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly setAll: (ids: readonly string[]) => void;
};

type Acting = Omit<RowActsProps, 'invitation'>;

type RowProps = {
  readonly invitation: Invitation;
  readonly timeZone: string;
  readonly selection: Selection | null;
  readonly acting: Acting | null;
};

function Row({ invitation, timeZone, selection, acting }: RowProps) {
  const { table: words } = useAssessmentMessages().candidateInvitations;
  const { id, candidate, delivery } = invitation;
  const mailClass = delivery.state === 'FAILED' ? styles['fact'] : styles['wide'];
  return (
    <Table.Tr>
      {selection ? (
        <Table.Td className={styles['tick']}>
          <Checkbox
            aria-label={words.select(candidate.name)}
            checked={selection.has(id)}
            onChange={() => selection.toggle(id)}
          />
        </Table.Td>
      ) : null}
      <Table.Th scope="row" className={styles['person']}>
        <span className={styles['name']}>{candidate.name}</span>
        {candidate.email === candidate.name ? null : (
          <Text span size="xs" c="dimmed" className={styles['address'] ?? ''}>
            {candidate.email}
          </Text>
        )}
      </Table.Th>
      <Table.Td className={styles['fact']}>
        <StatusCell invitation={invitation} />
      </Table.Td>
      <Table.Td className={`${styles['fact']} ${styles['deadline']}`} data-label={words.deadline}>
        <DeadlineCell invitation={invitation} timeZone={timeZone} />
      </Table.Td>
      {acting ? (
        <Table.Td className={styles['wide']}>
          <AllowanceCell invitation={invitation} />
        </Table.Td>
      ) : null}
      <Table.Td className={`${styles['mail']} ${mailClass}`}>
        <MailCell invitation={invitation} />
      </Table.Td>
      <Table.Td className={`${styles['wide']} ${styles['points']}`}>
        <PointsCell invitation={invitation} />
      </Table.Td>
      {acting ? (
        <Table.Td className={styles['menu']}>
          <RowActs {...acting} invitation={invitation} />
        </Table.Td>
      ) : null}
    </Table.Tr>
  );
}

function Head({ invitations, selection, acting }: Pick<Props, 'invitations' | 'selection' | 'acting'>) {
  const { table: words } = useAssessmentMessages().candidateInvitations;
  const [search, setSearch] = useSearchParams();
  const sort = (column: Column) => ({
    direction: directionOf(search, column),
    onSort: (direction: Direction | null) =>
      setSearch((now) => withDirection(now, column, direction), { preventScrollReset: true }),
  });
  const ids = invitations.map(({ id }) => id);
  const count = selection ? ids.filter((id) => selection.has(id)).length : 0;
  return (
    <Table.Thead>
      <Table.Tr>
        {selection ? (
          <Table.Td>
            <Checkbox
              aria-label={words.selectAll(ids.length)}
              checked={count === ids.length}
              indeterminate={count > 0 && count < ids.length}
              onChange={() => selection.setAll(count === ids.length ? [] : ids)}
            />
          </Table.Td>
        ) : null}
        <SortHeading {...sort('name')}>{words.candidate}</SortHeading>
        <SortHeading {...sort('status')}>{words.status}</SortHeading>
        <SortHeading {...sort('deadline')}>{words.deadline}</SortHeading>
        {acting ? <Table.Th scope="col">{words.allowance}</Table.Th> : null}
        <Table.Th scope="col">{words.mail}</Table.Th>
        <SortHeading {...sort('points')} ta="right">
          {words.points}
        </SortHeading>
        {acting ? <Table.Td /> : null}
      </Table.Tr>
    </Table.Thead>
  );
}

type Props = {
  readonly invitations: readonly Invitation[];
  readonly timeZone: string;
  /** Null for those who may not act. */
  readonly selection: Selection | null;
  readonly acting: Acting | null;
};

/** One row per invitation. */
export function InvitationTable({ invitations, timeZone, selection, acting }: Props) {
  const { table: words } = useAssessmentMessages().candidateInvitations;
  return (
    <Table aria-label={words.label} className={styles['table'] ?? ''} stickyHeader={false}>
      <Head invitations={invitations} selection={selection} acting={acting} />
      <Table.Tbody>
        {invitations.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} timeZone={timeZone} selection={selection} acting={acting} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
