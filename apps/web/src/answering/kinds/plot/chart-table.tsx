import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../messages/messages';
import type { PlotTable } from './points';
import styles from './plot.module.css';

type Props = {
  readonly table: PlotTable;
  readonly isPicked: (row: number) => boolean;
  /** Null if rows cannot be picked. */
  readonly onPick: ((row: number) => void) | null;
};

function Rows({ table, isPicked, onPick }: Props) {
  const words = useMessages().kinds.plot;
  const nameOf = (row: readonly (string | null)[]) =>
    table.columns.map(({ title }, index) => words.value(title, row[index] ?? '–')).join(', ');
  return table.rows.map((row, index) => (
    <Table.Tr key={index} data-picked={isPicked(index) || undefined} className={styles['tableRow'] ?? ''}>
      {row.map((cell, column) => (
        <Table.Td key={column} ta={table.columns[column]?.isNumber ? 'right' : undefined}>
          {cell ?? '–'}
        </Table.Td>
      ))}
      {onPick === null ? null : (
        <Table.Td>
          <Button
            variant="default"
            size="compact-sm"
            aria-pressed={isPicked(index)}
            aria-label={words.pickRowLong(nameOf(row))}
            onClick={() => onPick(index)}
          >
            {words.pickRow}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  ));
}

/** The chart's data as a table. A point can be picked here as well as on the chart. */
export function ChartTable(props: Props) {
  const words = useMessages().kinds.plot;
  const { table, onPick } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles['summary']}>{words.asTable}</summary>
      {isOpen ? (
        <div className={styles['tableFrame']} tabIndex={0} role="group" aria-label={words.asTable}>
          <Table stickyHeader horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                {table.columns.map(({ field, title, isNumber }) => (
                  <Table.Th key={field} ta={isNumber ? 'right' : undefined}>
                    {title}
                  </Table.Th>
                ))}
                {onPick === null ? null : <Table.Th>{words.point}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Rows {...props} />
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
    </details>
  );
}
