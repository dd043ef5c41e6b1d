import { skipToken, useQuery } from '@apollo/client/react';
import { Checkbox, Table, Text, VisuallyHidden } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useCohortMessages } from '../../messages/cohort-messages';
import { type Direction, SortHeading } from '../../platform/sort-heading';
import type { useSelection } from '../../platform/use-selection';
import { columnsOf, directionOf, isByScore, type Sorted, withDirection } from './cohort-address';
import { BRACKETS, type Entry } from './cohort-operations';
import { CohortRow } from './cohort-row';
import styles from './cohort-table.module.css';
import { lanesOf, type Run } from './lanes';

/** The API takes at most so many rows. */
const MOST_BRACKETED = 1000;
const NO_RUNS: readonly Run[] = [];

type Props = {
  readonly assessmentId: string;
  readonly entries: readonly Entry[];
  readonly selection: ReturnType<typeof useSelection>;
};

function Head({ entries, selection, isBracketed }: Omit<Props, 'assessmentId'> & { readonly isBracketed: boolean }) {
  const words = useCohortMessages();
  const [search, setSearch] = useSearchParams();
  const sortBy = (column: Sorted) => (direction: Direction | null) =>
    setSearch((now) => withDirection(now, column, direction), { preventScrollReset: true });
  const heading = (column: Sorted, label: string) => (
    <SortHeading direction={directionOf(search, column)} onSort={sortBy(column)}>
      {label}
    </SortHeading>
  );
  const ids = entries.map(({ attemptId }) => attemptId);
  const count = ids.filter((id) => selection.has(id)).length;
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Td>
          <Checkbox
            aria-label={words.table.selectAll(ids.length)}
            checked={count === ids.length}
            indeterminate={count > 0 && count < ids.length}
            onChange={() => selection.setAll(count === ids.length ? [] : ids)}
          />
        </Table.Td>
        {isBracketed ? (
          <Table.Td>
            <VisuallyHidden>{words.table.bracketNote}</VisuallyHidden>
          </Table.Td>
        ) : null}
        {heading('name', words.table.candidate)}
        {heading('score', words.table.score)}
        {heading('status', words.table.statusHead)}
        {columnsOf(search).map((column) => (
          <Table.Th key={column} scope="col">
            {words.columns[column]}
          </Table.Th>
        ))}
        {heading('decision', words.table.decision)}
      </Table.Tr>
    </Table.Thead>
  );
}

/** The rows in their order. In the order of scores, brackets join those who cannot be distinguished. */
export function CohortTable({ assessmentId, entries, selection }: Props) {
  const words = useCohortMessages();
  const [search] = useSearchParams();
  const isBracketed = isByScore(search);
  const attemptIds = entries.slice(0, MOST_BRACKETED).map(({ attemptId }) => attemptId);
  const { data } = useQuery(BRACKETS, isBracketed ? { variables: { assessmentId, attemptIds } } : skipToken);
  const runs = data?.cohortBrackets ?? NO_RUNS;
  const lanes = lanesOf(runs, entries.length);
  const columns = columnsOf(search);
  return (
    <>
      {isBracketed ? (
        <Text size="sm" c="dimmed" maw="var(--ho-reading)">
          {words.table.bracketNote}
        </Text>
      ) : null}
      <Table className={styles['table'] ?? ''} aria-label={words.table.label}>
        <Head entries={entries} selection={selection} isBracketed={isBracketed} />
        <Table.Tbody>
          {entries.map((entry, row) => (
            <CohortRow
              key={entry.attemptId}
              entry={entry}
              columns={columns}
              isSelected={selection.has(entry.attemptId)}
              onToggle={() => selection.toggle(entry.attemptId)}
              lanes={isBracketed ? (lanes[row] ?? []) : null}
              joined={joinedBy(runs, row)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function joinedBy(runs: readonly Run[], row: number): number {
  const own = runs.find(({ first }) => first === row);
  return own === undefined ? 0 : own.last - own.first;
}
