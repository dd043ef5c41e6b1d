import { gql, type TypedDocumentNode } from '@apollo/client';
import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { QuizTable_AttemptFragment } from '../../generated/operations';
import { useProgressMessages } from '../../messages/progress-messages';
import { useMessages } from '../../messages/messages';

export const QUIZ_ROW: TypedDocumentNode<QuizTable_AttemptFragment> = gql`
  fragment QuizTable_attempt on Attempt {
    id
    endedAt
    items {
      id
    }
    score {
      earned
      possible
    }
  }
`;

type Quiz = QuizTable_AttemptFragment;

function points(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function QuizRow({ quiz }: { readonly quiz: Quiz }) {
  const messages = useMessages();
  const words = useProgressMessages();
  if (quiz.endedAt === null) return null;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Anchor component={Link} to={`/quiz/${quiz.id}/explanations`} size="sm">
          {messages.dates.dateTime(quiz.endedAt)}
        </Anchor>
      </Table.Th>
      <Table.Td ta="right">{quiz.items.length}</Table.Td>
      <Table.Td ta="right" miw="var(--ho-score)">
        {quiz.score ? words.score(points(quiz.score.earned), points(quiz.score.possible)) : messages.ui.status.waiting}
      </Table.Td>
    </Table.Tr>
  );
}

/** Ended quizzes, newest first; each links to its explanations. */
export function QuizTable({ quizzes }: { readonly quizzes: readonly Quiz[] }) {
  const { quizTable, quizColumns } = useProgressMessages();
  return (
    <Table aria-label={quizTable} stickyHeader={false} maw="var(--ho-reading)">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{quizColumns.ended}</Table.Th>
          <Table.Th scope="col" ta="right">
            {quizColumns.items}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {quizColumns.score}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {quizzes.map((quiz) => (
          <QuizRow key={quiz.id} quiz={quiz} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
