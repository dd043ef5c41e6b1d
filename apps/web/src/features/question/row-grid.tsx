import { Table, Text } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import styles from './code.module.css';

type Props = {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
};

/** Rows of a table as they are; only what does not fit scrolls. */
export function RowGrid({ label, columns, rows }: Props) {
  const words = useMessages().question.code.cases;
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={label}>
      <Table stickyHeader={false} verticalSpacing="xs" w="auto">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index}>
              {row.map((cell, place) => (
                <Table.Td key={place} className={styles['cell'] ?? ''}>
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
