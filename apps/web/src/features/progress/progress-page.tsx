import { EmptyState, SkeletonLines } from '@holdout/ui';
import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useProgressMessages } from '../../messages/progress-messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { DeleteMyData } from './delete-my-data';
import { PROGRESS } from './progress-query';
import { QuizTable } from './quiz-table';
import { SkillRows } from './skill-rows';

function NothingYet() {
  const words = useProgressMessages().empty;
  return (
    <EmptyState
      title={words.title}
      detail={words.detail}
      action={
        <Button component={Link} to="/questions">
          {words.act}
        </Button>
      }
    />
  );
}

function NoQuizzes() {
  const words = useProgressMessages();
  return (
    <Text>
      <span>{words.noQuizzes}</span>{' '}
      <Anchor component={Link} to="/quiz/new" underline="always">
        {words.newQuiz}
      </Anchor>
    </Text>
  );
}

function Progress() {
  const words = useProgressMessages();
  const { progress, viewer } = usePageQuery(PROGRESS, {}).data;
  const isEmpty = progress.skills.length === 0 && progress.quizzes.length === 0;
  return (
    <Stack gap="xl">
      {isEmpty ? (
        <NothingYet />
      ) : (
        <>
          <Stack component="section" gap="sm">
            <Title order={2}>{words.skills}</Title>
            <Text size="sm" c="dimmed" maw="var(--ho-measure)">
              {words.skillsHow}
            </Text>
            <SkillRows skills={progress.skills} />
          </Stack>
          <Stack component="section" gap="sm">
            <Title order={2}>{words.quizzes}</Title>
            {progress.quizzes.length > 0 ? <QuizTable quizzes={progress.quizzes} /> : <NoQuizzes />}
          </Stack>
        </>
      )}
      {(viewer.account ?? viewer.isGuest) ? <DeleteMyData isGuest={viewer.account === null} /> : null}
    </Stack>
  );
}

/** Practice so far: estimates per skill with their error, quizzes, and deleting all data. */
export function ProgressPage() {
  const words = useProgressMessages();
  return (
    <PageBody>
      <Stack gap="lg">
        <PageHeading title={words.title} />
        <PagePane skeleton={<SkeletonLines count={6} height="row" />}>
          <Progress />
        </PagePane>
      </Stack>
    </PageBody>
  );
}
