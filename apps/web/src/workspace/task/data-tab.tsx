import { Markdown, OutsideLink, Status } from '@holdout/ui';
import { Stack, Table, Text, Title } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import type { CodeContent } from '../code-item';
import styles from '../code.module.css';
import { RowGrid } from '../verdict/row-grid';

type Dataset = CodeContent['datasets'][number];
type DataTable = CodeContent['tables'][number];

function Columns({ dataset }: { readonly dataset: Dataset }) {
  const words = useMessages().question.code.data;
  if (dataset.columns.length === 0) return null;
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={dataset.title}>
      <Table stickyHeader={false} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.column}</Table.Th>
            <Table.Th>{words.type}</Table.Th>
            <Table.Th>{words.meaning}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dataset.columns.map((column) => (
            <Table.Tr key={column.name}>
              <Table.Th scope="row">
                <code>{column.name}</code>
              </Table.Th>
              <Table.Td>{column.type}</Table.Td>
              <Table.Td>{column.description}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function DatasetCard({ dataset }: { readonly dataset: Dataset }) {
  const words = useMessages().question.code.data;
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h3">
        {dataset.title}
      </Title>
      <Text size="sm" c="dimmed">
        {`${dataset.isSimulated ? words.simulated : words.real} · ${words.licence(dataset.licence)}`}
      </Text>
      <Markdown size="meta" topHeading={3}>
        {dataset.description}
      </Markdown>
      <Columns dataset={dataset} />
      <Text size="xs" c="dimmed">
        <span>{words.source(dataset.source)}</span>{' '}
        {dataset.url === null ? null : (
          <OutsideLink href={dataset.url} size="xs" underline="always">
            {words.original}
          </OutsideLink>
        )}
      </Text>
    </Stack>
  );
}

function TableRows({ table }: { readonly table: DataTable }) {
  const words = useMessages().question.code.data;
  return (
    <details>
      <summary className={styles['summary']}>{words.table(table.name, table.rowCount)}</summary>
      <Text size="xs" c="dimmed">
        {table.columns.join(', ')}
      </Text>
      <Text size="xs" c="dimmed" my="xs">
        {words.firstRows(table.rows.length, table.rowCount)}
      </Text>
      <RowGrid label={table.name} columns={table.columns} rows={table.rows} />
    </details>
  );
}

/** The question's data: tables with their columns and first rows, and their source. */
export function DataTab({ content }: { readonly content: CodeContent }) {
  const words = useMessages().question.code;
  const { tables, datasets, schema, publicCases } = content;
  const isEmpty = tables.length === 0 && datasets.length === 0 && schema === null;
  return (
    <Stack gap="lg">
      {isEmpty ? <Text size="sm">{words.data.none}</Text> : null}
      {publicCases.length === 0 ? <Status kind="waiting" label={words.publicCasesOnTheirWay} /> : null}
      {tables.length > 0 ? (
        <Stack gap="sm" component="section">
          <Title order={2} size="h3">
            {words.data.tables}
          </Title>
          {tables.map((table) => (
            <TableRows key={table.name} table={table} />
          ))}
        </Stack>
      ) : null}
      {schema === null ? null : (
        <details>
          <summary className={styles['summary']}>{words.data.schema}</summary>
          <pre className={styles['text']} tabIndex={0} aria-label={words.data.schema}>
            {schema}
          </pre>
        </details>
      )}
      {datasets.map((dataset) => (
        <DatasetCard key={dataset.id} dataset={dataset} />
      ))}
    </Stack>
  );
}
