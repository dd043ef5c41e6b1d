import { Flyout } from '@holdout/ui';
import { Button, Checkbox, Stack, Table, Text } from '@mantine/core';
import { useLiveMessages } from '../../messages/live-messages';
import type { ClockReading } from '../../sitting/time-left';
import { ConnectionCell, PersonCell, PlaceCell, TimeCell } from './live-cells';
import styles from './live.module.css';
import type { LiveAttempt } from './live-query';
import { useSeconds } from './use-live';
import type { What } from './write';

export type Acting = {
  readonly onWrite: (to: readonly LiveAttempt[], what: What) => void;
  readonly onClose: (attempt: LiveAttempt) => void;
};

type Selection = {
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly setAll: (ids: readonly string[]) => void;
};

function RowActs({ attempt, onWrite, onClose }: Acting & { readonly attempt: LiveAttempt }) {
  const words = useLiveMessages();
  const act = (label: string, onClick: () => void) => (
    <Button variant="subtle" color="gray" justify="flex-start" onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <Flyout label={words.acts(attempt.name)} face="⋯">
      <Stack gap={0}>
        {act(attempt.endedAt === null ? words.write : words.read, () => onWrite([attempt], 'message'))}
        {attempt.endedAt === null ? act(words.addTime, () => onWrite([attempt], 'time')) : null}
        {attempt.call === null ? null : act(words.closeCall, () => onClose(attempt))}
      </Stack>
    </Flyout>
  );
}

type RowProps = Acting & {
  readonly attempt: LiveAttempt;
  readonly reading: ClockReading;
  readonly now: number;
  readonly selection: Selection;
};

function Row({ attempt, reading, now, selection, ...acting }: RowProps) {
  const words = useLiveMessages();
  return (
    <Table.Tr data-call={attempt.call !== null}>
      <Table.Td className={styles['tick']}>
        <Checkbox
          aria-label={words.select(attempt.name)}
          checked={selection.has(attempt.invitationId)}
          onChange={() => selection.toggle(attempt.invitationId)}
        />
      </Table.Td>
      <Table.Th scope="row" className={styles['person']}>
        <PersonCell attempt={attempt} />
      </Table.Th>
      <Table.Td className={styles['fact']}>
        <PlaceCell attempt={attempt} />
      </Table.Td>
      <Table.Td className={styles['fact']}>
        <ConnectionCell attempt={attempt} />
      </Table.Td>
      <Table.Td className={styles['fact']}>
        <TimeCell attempt={attempt} reading={reading} now={now} />
      </Table.Td>
      <Table.Td className={styles['wide']}>
        <Text size="sm">{attempt.unreadCount === 0 ? '' : words.unread(attempt.unreadCount)}</Text>
      </Table.Td>
      <Table.Td className={styles['menu']}>
        <RowActs attempt={attempt} {...acting} />
      </Table.Td>
    </Table.Tr>
  );
}

function Head({ attempts, selection }: { readonly attempts: readonly LiveAttempt[]; readonly selection: Selection }) {
  const words = useLiveMessages();
  const ids = attempts.map(({ invitationId }) => invitationId);
  const count = ids.filter((id) => selection.has(id)).length;
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Td>
          <Checkbox
            aria-label={words.selectAll(ids.length)}
            checked={count === ids.length}
            indeterminate={count > 0 && count < ids.length}
            onChange={() => selection.setAll(count === ids.length ? [] : ids)}
          />
        </Table.Td>
        {[words.candidate, words.place, words.connection, words.time, words.messages].map((name) => (
          <Table.Th key={name} scope="col">
            {name}
          </Table.Th>
        ))}
        <Table.Td />
      </Table.Tr>
    </Table.Thead>
  );
}

type Props = Acting & {
  readonly attempts: readonly LiveAttempt[];
  readonly reading: ClockReading;
  readonly selection: Selection;
};

/** One row for each attempt; times left count down between two answers of the server. */
export function LiveTable({ attempts, reading, selection, ...acting }: Props) {
  const words = useLiveMessages();
  const now = useSeconds();
  return (
    <Table aria-label={words.label} className={styles['table'] ?? ''} stickyHeader={false}>
      <Head attempts={attempts} selection={selection} />
      <Table.Tbody>
        {attempts.map((attempt) => (
          <Row key={attempt.id} attempt={attempt} reading={reading} now={now} selection={selection} {...acting} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
