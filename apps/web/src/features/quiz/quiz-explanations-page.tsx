import { useApolloClient } from '@apollo/client/react';
import { SkeletonLines } from '@holdout/ui';
import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { Link, Navigate, useParams } from 'react-router';
import { useMessages } from '../../messages/messages';
import { points } from '../../answering/score';
import { SaversProvider } from '../../answering/savers-provider';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { awaitsGrading, ExplainedItemView } from './explained-item';
import { weakestSkill, wrongFirst } from './next-step';
import { type Explained, QUIZ_EXPLANATIONS } from './explanations-query';

type Score = NonNullable<Explained['score']>;

const ASK_AGAIN_MS = 3000;

function BySkill({ score }: { readonly score: Score }) {
  const words = useMessages().quiz;
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{words.bySkill}</Title>
      <Table stickyHeader={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.skill}</Table.Th>
            <Table.Th ta="right">{words.points}</Table.Th>
            <Table.Th ta="right">{words.questions}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {score.skills.map(({ skill, earned, possible, items }) => (
            <Table.Tr key={skill.id}>
              <Table.Th scope="row" fw={400}>
                {skill.name}
              </Table.Th>
              <Table.Td ta="right">{words.of(points(earned), points(possible))}</Table.Td>
              <Table.Td ta="right">{items}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function NextStep({ score }: { readonly score: Score }) {
  const words = useMessages().quiz;
  const weakest = weakestSkill(score.skills);
  return weakest === null ? (
    <Button component={Link} to="/quiz/new" style={{ alignSelf: 'flex-start' }}>
      {words.another}
    </Button>
  ) : (
    <Button
      component={Link}
      to={`/questions?skill=${encodeURIComponent(weakest.skill.id)}`}
      style={{ alignSelf: 'flex-start' }}
    >
      {words.practiseSkill(weakest.skill.name)}
    </Button>
  );
}

/** Code is graded after the end of the quiz: polls until every submission has a verdict. */
function useLateVerdicts({ id, items }: Explained): void {
  const client = useApolloClient();
  const isWaiting = items.some(awaitsGrading);
  const ask = () => {
    if (!isWaiting) return;
    // Unreachable: keep what is shown and try again at the next poll.
    client.query({ query: QUIZ_EXPLANATIONS, variables: { id }, fetchPolicy: 'network-only' }).catch(() => undefined);
  };
  useInterval(ask, ASK_AGAIN_MS, { autoInvoke: true });
}

function Explanations({ id }: { readonly id: string }) {
  const words = useMessages().quiz;
  const { data } = usePageQuery(QUIZ_EXPLANATIONS, { id }, 'network-only');
  const { attempt } = data;
  useLateVerdicts(attempt);
  if (attempt.endedAt === null) return <Navigate to={`/quiz/${id}`} replace />;
  const { score, endedBy } = attempt;
  return (
    <Stack gap="lg">
      <PageHeading title={words.explanations}>
        {score ? words.outcome(points(score.earned), points(score.possible)) : words.explanations}
      </PageHeading>
      {score ? (
        <Text size="sm" c="dimmed">
          {words.outcomeHow}
        </Text>
      ) : null}
      {endedBy === 'CLOCK' ? <Text>{words.endedByClock}</Text> : null}
      {score ? <NextStep score={score} /> : null}
      {score ? <BySkill score={score} /> : null}
      <Stack gap={0} component="section">
        <Title order={2} mb="sm">
          {words.everyQuestion}
        </Title>
        {wrongFirst(attempt.items).map((item, index) => (
          <ExplainedItemView key={item.id} item={item} isFirst={index === 0} />
        ))}
      </Stack>
    </Stack>
  );
}

/** The result of a quiz with its reasons: by skill, and each question, wrong ones first. */
export function QuizExplanationsPage() {
  const { id = '' } = useParams();
  return (
    <PageBody width="reading">
      <SaversProvider>
        <PagePane skeleton={<SkeletonLines count={8} />}>
          <Explanations key={id} id={id} />
        </PagePane>
      </SaversProvider>
    </PageBody>
  );
}
