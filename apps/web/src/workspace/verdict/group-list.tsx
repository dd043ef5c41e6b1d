import { Stack, Table, Text } from '@mantine/core';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import styles from '../code.module.css';
import type { SubmissionView } from '../runs/submission-query';
import { VerdictDetail } from './verdict-detail';
import { VerdictStatus } from './verdict-status';

type Groups = SubmissionView['groups'];
type RowProps = { readonly group: Groups[number]; readonly onLine: ((line: number) => void) | null };
type Props = { readonly groups: Groups; readonly onLine: ((line: number) => void) | null };

function Reason({ group, onLine }: RowProps) {
  const words = useMessages().question.code.groups;
  if (group.verdict.kind === 'PASSED') return null;
  return (
    <>
      <VerdictDetail verdict={group.verdict} onLine={onLine} />
      {group.hint === null ? null : (
        <Text size="sm">
          <Text span inherit c="dimmed">
            {`${words.hint}:`}
          </Text>{' '}
          <span>{group.hint}</span>
        </Text>
      )}
    </>
  );
}

type Words = Messages['question']['code'];

const columnsOf = ({ groups }: Words) => [groups.cases, groups.points, groups.time, groups.memory] as const;

/** The values of the columns. */
function figuresOf({ groups }: Words, group: Groups[number]): readonly string[] {
  const earned = group.verdict.kind === 'PASSED' ? group.points : 0;
  return [
    groups.of(group.passed, group.total),
    groups.of(earned, group.points),
    group.timeQuarters === null ? groups.unknown : groups.quarters(group.timeQuarters),
    group.memoryQuarters === null ? groups.unknown : groups.quarters(group.memoryQuarters),
  ];
}

function GroupRow({ group, onLine }: RowProps) {
  const words = useMessages().question.code;
  const columns = columnsOf(words);
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
      {figuresOf(words, group).map((figure, place) => (
        <Table.Td
          key={place}
          className={styles['number'] ?? ''}
          data-column={columns[place]}
          data-unknown={figure === words.groups.unknown || undefined}
        >
          {figure}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Each group of hidden cases: passed of total, the share of the limits and the reason; never a value. */
export function GroupList({ groups, onLine }: Props) {
  const words = useMessages().question.code;
  if (groups.length === 0) return null;
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={words.groups.title}>
      <Table stickyHeader={false} horizontalSpacing="sm" className={styles['groups'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.groups.group}</Table.Th>
            {columnsOf(words).map((column) => (
              <Table.Th key={column} className={styles['number'] ?? ''}>
                {column}
              </Table.Th>
            ))}
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
