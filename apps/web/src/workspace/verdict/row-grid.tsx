import { Table, Text } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import styles from '../code.module.css';

type Props = {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
};

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** The columns with only numbers, which are right-aligned. */
function numbersIn({ columns, rows }: Pick<Props, 'columns' | 'rows'>): readonly boolean[] {
  return columns.map((_, place) => {
    const given = rows.map((row) => row[place] ?? null).filter((cell) => cell !== null);
    return given.length > 0 && given.every((cell) => NUMBER.test(cell));
  });
}

/** Rows of a table, unchanged; overflow scrolls. */
export function RowGrid({ label, columns, rows }: Props) {
  const words = useMessages().question.code.cases;
  const numbers = numbersIn({ columns, rows });
  const alignOf = (place: number) => (numbers[place] === true ? 'right' : 'left');
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={label}>
      <Table stickyHeader={false} verticalSpacing="xs" horizontalSpacing="sm" w="auto">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, place) => (
              <Table.Th key={column} ta={alignOf(place)}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index}>
              {row.map((cell, place) => (
                <Table.Td key={place} ta={alignOf(place)} className={styles['cell'] ?? ''}>
                  {cell ?? (
                    <Text span size="xs" c="dimmed">
                      {words.nullCell}
                    </Text>
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
