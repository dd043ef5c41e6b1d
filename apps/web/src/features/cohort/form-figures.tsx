import { Stack, Table, Text, Title } from '@mantine/core';
import { useCohortMessages } from '../../messages/cohort-messages';
import styles from './compare.module.css';
import { useFigureWords } from './figures';
import type { Statistics } from './items-operations';

const STEP = 5;

function Distribution({ steps }: { readonly steps: Statistics['distribution'] }) {
  const { items: words } = useCohortMessages();
  const most = Math.max(1, ...steps);
  const named = steps.map((n, index) => {
    const to = index === steps.length - 1 ? 100 : STEP * (index + 1) - 1;
    return { n, from: STEP * index, to };
  });
  return (
    <Stack gap="xs">
      <Title order={3}>{words.distribution}</Title>
      <div className={styles['bars']} aria-hidden="true">
        {named.map(({ n, from, to }) => (
          <div
            key={from}
            className={styles['bar']}
            style={{ height: `${(100 * n) / most}%` }}
            title={words.step(from, to, n)}
          />
        ))}
      </div>
      <Text size="xs" c="dimmed" style={{ display: 'flex', justifyContent: 'space-between' }} aria-hidden="true">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </Text>
      <details>
        <summary>{words.asTable}</summary>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.scoreFrom}</Table.Th>
              <Table.Th scope="col">{words.people}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {named.map(({ n, from, to }) => (
              <Table.Tr key={from}>
                <Table.Th scope="row">{`${from}–${to}`}</Table.Th>
                <Table.Td>{n}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </Stack>
  );
}

/** The form as a whole: how reliable its scores are, and how they spread. */
export function FormFigures({ statistics }: { readonly statistics: Statistics }) {
  const { items: words } = useCohortMessages();
  const inWords = useFigureWords();
  const { form, attempts, distribution } = statistics;
  const rows = [
    [words.mean, form.mean === null ? null : words.points(form.mean)],
    [words.deviation, form.standardDeviation === null ? null : words.points(form.standardDeviation)],
    [form.isRightOrWrong ? words.kr20 : words.alpha, inWords(form.alpha, 'coefficient')],
    [words.error, form.standardError === null ? null : words.points(form.standardError)],
  ] as const;
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Title order={3}>{words.form}</Title>
        <Text size="sm" c="dimmed">
          {[words.n(form.n, attempts), ...(form.forms > 1 ? [words.forms(form.forms)] : [])].join(' · ')}
        </Text>
        <Table maw="var(--ho-form)" aria-label={words.form}>
          <Table.Tbody>
            {rows.map(([name, value]) =>
              value === null ? null : (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td>{value}</Table.Td>
                </Table.Tr>
              ),
            )}
          </Table.Tbody>
        </Table>
      </Stack>
      <Distribution steps={distribution} />
    </Stack>
  );
}
