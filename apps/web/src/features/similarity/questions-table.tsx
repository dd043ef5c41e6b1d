import { Table } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import { useSimilarityMessages } from '../../messages/similarity-messages';
import styles from './similarity.module.css';
import type { Check } from './similarity-query';

type Question = Check['questions'][number];

function Row({ question }: { readonly question: Question }) {
  const words = useSimilarityMessages();
  const { languages } = useMessages().names;
  const { title, language, programs, compared, median, line } = question;
  const share = (value: number | null) => (value === null ? words.tooFew(compared) : words.percent(value));
  return (
    <Table.Tr>
      <Table.Th scope="row">{title}</Table.Th>
      <Table.Td data-label={words.language}>{languages[language]}</Table.Td>
      <Table.Td data-label={words.answers} ta={{ sm: 'right' }}>
        {programs}
      </Table.Td>
      <Table.Td data-label={words.compared} ta={{ sm: 'right' }}>
        {compared}
      </Table.Td>
      <Table.Td data-label={words.usual} ta={{ sm: 'right' }}>
        {share(median)}
      </Table.Td>
      <Table.Td data-label={words.line} ta={{ sm: 'right' }}>
        {line === null ? '' : words.percent(Math.min(1, line))}
      </Table.Td>
    </Table.Tr>
  );
}

/** How alike the answers to each question usually are. */
export function QuestionsTable({ questions }: { readonly questions: readonly Question[] }) {
  const words = useSimilarityMessages();
  const numbers = [words.answers, words.compared, words.usual, words.line];
  return (
    <Table className={styles['table'] ?? ''} aria-label={words.questions}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.question}</Table.Th>
          <Table.Th scope="col">{words.language}</Table.Th>
          {numbers.map((name) => (
            <Table.Th key={name} scope="col" ta="right">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {questions.map((question) => (
          <Row key={`${question.title} ${question.language}`} question={question} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
