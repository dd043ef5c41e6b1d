import { Stack, Text, Title } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import styles from '../code.module.css';
import { RowGrid } from './row-grid';
import type { CaseView } from '../runs/submission-query';
import { VerdictDetail } from './verdict-detail';

const MOST_ROWS = 200;

function Printed({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <pre className={styles['text']} tabIndex={0} aria-label={title}>
        {text}
      </pre>
    </div>
  );
}

function Rows({ title, table }: { readonly title: string; readonly table: NonNullable<CaseView['table']> }) {
  const words = useMessages().question.code.cases;
  const { columns, rows } = table;
  if (rows.length === 0) return <Text size="sm">{words.noRows}</Text>;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {rows.length >= MOST_ROWS ? words.cut : words.rows(rows.length)}
      </Text>
      <RowGrid label={title} columns={columns} rows={rows} />
    </div>
  );
}

type Props = { readonly cases: readonly CaseView[]; readonly onLine: (line: number) => void };

/** What the program printed, or the query's rows, per case. */
export function PrintedList({ cases, onLine }: Props) {
  const words = useMessages().question.code.cases;
  return (
    <Stack gap="lg">
      {cases.map((one, index) => {
        const title = one.expected === null ? words.ownInput : words.case(index + 1);
        const isSilent = one.stdout === '' && one.stderr === '' && one.table === null;
        return (
          <Stack key={index} gap="sm" component="section" className={styles['case'] ?? ''}>
            <Title order={2} size="h4">
              {title}
            </Title>
            {one.verdict.traceback === null ? null : <VerdictDetail verdict={one.verdict} onLine={onLine} />}
            {one.table ? <Rows title={title} table={one.table} /> : null}
            <Printed title={words.printed} text={one.stdout} />
            <Printed title={words.errors} text={one.stderr} />
            {isSilent ? <Text size="sm">{words.nothingPrinted}</Text> : null}
          </Stack>
        );
      })}
    </Stack>
  );
}
