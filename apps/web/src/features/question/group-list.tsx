import { Stack, Table, Text } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import styles from './code.module.css';
import type { SubmissionView } from './submission-query';
import { VerdictDetail } from './verdict-detail';
import { VerdictStatus } from './verdict-status';
import { durationWords, sizeWords } from './verdict-words';

type Groups = SubmissionView['groups'];
type Props = { readonly groups: Groups; readonly onLine: (line: number) => void };

function GroupRow({ group, onLine }: { readonly group: Groups[number]; readonly onLine: (line: number) => void }) {
  const words = useMessages().question.code;
  const isPassed = group.verdict.kind === 'PASSED';
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {group.title}
          </Text>
          <VerdictStatus verdict={group.verdict} />
          {isPassed ? null : <VerdictDetail verdict={group.verdict} onLine={onLine} />}
          {isPassed || group.hint === null ? null : (
            <Text size="sm" fw={400}>
              {group.hint}
            </Text>
          )}
        </Stack>
      </Table.Th>
      <Table.Td className={styles['number'] ?? ''}>{words.groups.of(group.passed, group.total)}</Table.Td>
      <Table.Td className={styles['number'] ?? ''}>
        {words.groups.of(isPassed ? group.points : 0, group.points)}
      </Table.Td>
      <Table.Td className={styles['number'] ?? ''}>
        {durationWords(words.verdict, group.cpuMs ?? group.wallMs)}
      </Table.Td>
      <Table.Td className={styles['number'] ?? ''}>
        {group.memoryBytes === null ? words.groups.unknown : sizeWords(words.verdict, group.memoryBytes)}
      </Table.Td>
    </Table.Tr>
  );
}

/** Each group of hidden cases: passed of how many, time, memory and the reason; never a value. */
export function GroupList({ groups, onLine }: Props) {
  const words = useMessages().question.code.groups;
  if (groups.length === 0) return null;
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.title}>
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
