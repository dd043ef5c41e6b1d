import { Status } from '@holdout/ui';
import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CatalogueQuery, PracticeState } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { NotGradedHere } from '../../platform/not-graded-here';
import { Subtitle } from '../../platform/subtitle';
import styles from './question-table.module.css';

export type QuestionRow = CatalogueQuery['questions']['edges'][number]['node'];

function State({ state }: { readonly state: PracticeState }) {
  const name = useMessages().names.states[state];
  switch (state) {
    case 'DONE':
      return <Status kind="right" label={name} />;
    case 'TRIED':
      return <Status kind="partly" label={name} />;
    case 'NEW':
      return (
        <Text span size="sm" c="dimmed" className={styles['state'] ?? ''}>
          {name}
        </Text>
      );
  }
}

function Languages({ languages }: Pick<QuestionRow, 'languages'>) {
  const { names } = useMessages();
  if (languages.length === 0) return null;
  return (
    <Text span display="block" size="xs" c="dimmed">
      {languages.map((language) => names.languages[language]).join(', ')}
    </Text>
  );
}

/** One row per question. Narrow screens keep the title, level and state. */
export function QuestionTable({ questions }: { readonly questions: readonly QuestionRow[] }) {
  const messages = useMessages();
  const { columns, table } = messages.catalogue;
  return (
    <Table
      aria-label={table}
      className={styles['table'] ?? ''}
      highlightOnHover
      horizontalSpacing="md"
      stickyHeader={false}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{columns.title}</Table.Th>
          <Table.Th scope="col" className={styles['wide'] ?? ''}>
            {columns.kind}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {columns.level}
          </Table.Th>
          <Table.Th scope="col" ta="right" className={styles['wide'] ?? ''}>
            {columns.minutes}
          </Table.Th>
          <Table.Th scope="col">{columns.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {questions.map((question) => (
          <Table.Tr key={question.id}>
            <Table.Th scope="row">
              <Anchor component={Link} to={`/questions/${question.slug}`} data-row className={styles['title'] ?? ''}>
                {question.title}
              </Anchor>
              <Subtitle text={question.subtitle} size="sm" />
              {question.languages.length > 0 ? <NotGradedHere {...question} /> : null}
            </Table.Th>
            <Table.Td className={styles['wide'] ?? ''}>
              <span>{messages.names.kinds[question.kind]}</span>
              <Languages languages={question.languages} />
            </Table.Td>
            <Table.Td ta="right">{question.level}</Table.Td>
            <Table.Td ta="right" className={styles['wide'] ?? ''}>
              {question.minutes}
            </Table.Td>
            <Table.Td>
              <State state={question.practiceState} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
