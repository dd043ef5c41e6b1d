import { Table } from '@mantine/core';
import type { QuestionKind } from '../../generated/operations';
import { useCoverageMessages } from '../../messages/coverage-messages';
import { useMessages } from '../../messages/messages';
import { CountCell } from './count-cell';
import { countOf, LEVELS } from './count-questions';
import styles from './coverage.module.css';
import type { Counts } from './coverage-query';

/** Kinds by level; each question counts once. */
export function KindTable({ counts }: { readonly counts: Counts }) {
  const messages = useMessages();
  const words = useCoverageMessages();
  const kinds = Object.keys(messages.names.kinds) as QuestionKind[];
  return (
    <Table
      aria-label={words.byKind}
      className={`${styles['table']} ${styles['even']}`}
      layout="fixed"
      stickyHeader={false}
      maw="var(--ho-reading)"
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.columns.kind}</Table.Th>
          {LEVELS.map((level) => (
            <Table.Th key={level} scope="col" ta="right" aria-label={messages.names.level(level)}>
              {level}
            </Table.Th>
          ))}
          <Table.Th scope="col" ta="right">
            {words.columns.all}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {kinds.map((kind) => (
          <Table.Tr key={kind}>
            <Table.Th scope="row">{messages.names.kinds[kind]}</Table.Th>
            {LEVELS.map((level) => (
              <CountCell key={level} count={countOf(counts, { kind, level })} />
            ))}
            <CountCell count={countOf(counts, { kind })} />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
