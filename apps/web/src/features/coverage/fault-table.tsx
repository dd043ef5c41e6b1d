import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useCoverageMessages } from '../../messages/coverage-messages';
import { useMessages } from '../../messages/messages';
import { type Faults, shareCaught } from './count-questions';
import styles from './coverage.module.css';
import type { CodeCheck } from './coverage-query';

function Figures({ faults }: { readonly faults: Faults }) {
  const words = useCoverageMessages();
  const share = shareCaught(faults);
  return (
    <>
      <Table.Td ta="right">{words.caught(faults.caught, faults.planted)}</Table.Td>
      <Table.Td ta="right" className={styles['wide'] ?? ''}>
        {faults.waived}
      </Table.Td>
      <Table.Td ta="right">{share === null ? words.nothingPlanted : words.share(share)}</Table.Td>
    </>
  );
}

function NotChecked() {
  return (
    <Table.Td colSpan={3} ta="right" className={styles['none'] ?? ''}>
      {useCoverageMessages().notChecked}
    </Table.Td>
  );
}

/** For each code question and language, how many planted faults its hidden cases catch. */
export function FaultTable({ checks }: { readonly checks: readonly CodeCheck[] }) {
  const words = useCoverageMessages();
  const { names } = useMessages();
  return (
    <Table aria-label={words.faults} className={styles['table'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.columns.question}</Table.Th>
          <Table.Th scope="col" ta="right">
            {words.columns.caught}
          </Table.Th>
          <Table.Th scope="col" ta="right" className={styles['wide'] ?? ''}>
            {words.columns.waived}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {words.columns.share}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {checks.map(({ slug, title, language, faults }) => (
          <Table.Tr key={`${slug} ${language}`}>
            <Table.Th scope="row">
              <Anchor component={Link} to={`/questions/${slug}`} size="sm">
                {title}
              </Anchor>
              <Text span display="block" size="xs" c="dimmed">
                {names.languages[language]}
              </Text>
            </Table.Th>
            {faults === null ? <NotChecked /> : <Figures faults={faults} />}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
