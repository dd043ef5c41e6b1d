import { Stack, Table, Text } from '@mantine/core';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import styles from './code.module.css';
import type { SubmissionView } from './submission-query';
import { VerdictDetail } from './verdict-detail';
import { VerdictStatus } from './verdict-status';
import { durationWords, sizeWords } from './verdict-words';

type Groups = SubmissionView['groups'];
type RowProps = { readonly group: Groups[number]; readonly onLine: (line: number) => void };
type Props = { readonly groups: Groups; readonly onLine: (line: number) => void };

function Reason({ group, onLine }: RowProps) {
  if (group.verdict.kind === 'PASSED') return null;
  return (
    <>
      <VerdictDetail verdict={group.verdict} onLine={onLine} />
      {group.hint === null ? null : <Text size="sm">{group.hint}</Text>}
    </>
  );
}

/** Cases, points, time and memory, in this order. */
function figuresOf({ question }: Messages, group: Groups[number]): readonly string[] {
  const { groups, verdict } = question.code;
  const earned = group.verdict.kind === 'PASSED' ? group.points : 0;
  return [
    groups.of(group.passed, group.total),
    groups.of(earned, group.points),
    durationWords(verdict, group.cpuMs ?? group.wallMs),
    group.memoryBytes === null ? groups.unknown : sizeWords(verdict, group.memoryBytes),
  ];
}

function GroupRow({ group, onLine }: RowProps) {
  const messages = useMessages();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {group.title}
          </Text>
          <VerdictStatus verdict={group.verdict} />
          <Reason group={group} onLine={onLine} />
        </Stack>
      </Table.Th>
      {figuresOf(messages, group).map((figure, place) => (
        <Table.Td key={place} className={styles['number'] ?? ''}>
          {figure}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Each group of hidden cases: passed of how many, time, memory and the reason; never a value. */
export function GroupList({ groups, onLine }: Props) {
  const words = useMessages().question.code.groups;
  if (groups.length === 0) return null;
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={words.title}>
      <Table stickyHeader={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.group}</Table.Th>
            <Table.Th className={styles['number'] ?? ''}>{words.cases}</Table.Th>
            <Table.Th className={styles['number'] ?? ''}>{words.points}</Table.Th>
            <Table.Th className={styles['number'] ?? ''}>{words.time}</Table.Th>
            <Table.Th className={styles['number'] ?? ''}>{words.memory}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <GroupRow key={group.name} group={group} onLine={onLine} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
