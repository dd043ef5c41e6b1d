import { SkeletonLines } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { NewQuizQuery } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { kindsScoredBy } from '../../platform/kinds';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { NewQuizForm } from './new-quiz-form';
import { NEW_QUIZ } from './new-quiz-query';

function OpenOne({ quiz }: { readonly quiz: NonNullable<NewQuizQuery['openQuiz']> }) {
  const words = useMessages().quiz.make;
  const answered = quiz.items.filter((item) => item.isAnswered).length;
  return (
    <Group gap="md">
      <Text>{words.open(answered, quiz.items.length)}</Text>
      <Button component={Link} to={`/quiz/${quiz.id}`} variant="default">
        {words.goOn}
      </Button>
    </Group>
  );
}

function NewQuiz() {
  const { data } = usePageQuery(NEW_QUIZ, { kinds: kindsScoredBy('key') }, 'network-only');
  return (
    <Stack gap="lg">
      {data.openQuiz ? <OpenOne quiz={data.openQuiz} /> : null}
      <NewQuizForm domains={data.skillDomains} most={data.suited.totalCount} />
    </Stack>
  );
}

/** Configures a new quiz: skills, number of questions and time limit. */
export function NewQuizPage() {
  const words = useMessages().quiz.make;
  return (
    <PageBody width="reading">
      <Stack gap="lg">
        <PageHeading title={words.title} />
        <Text maw="var(--ho-measure)">{words.what}</Text>
        <PagePane skeleton={<SkeletonLines count={8} />}>
          <NewQuiz />
        </PagePane>
      </Stack>
    </PageBody>
  );
}
