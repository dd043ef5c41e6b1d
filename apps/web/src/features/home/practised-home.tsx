import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { HomeQuery } from '../../generated/operations';
import { useHomeMessages } from '../../messages/home-messages';
import { useMessages } from '../../messages/messages';
import { PageHeading } from '../../platform/page-heading';
import { skillsToStudy } from './skills-to-study';
import { StudyList } from './study-list';

type Quiz = NonNullable<HomeQuery['openQuiz']>;
type Latest = NonNullable<HomeQuery['progress']['latest']>;

function OpenQuiz({ quiz }: { readonly quiz: Quiz }) {
  const messages = useMessages();
  const words = useHomeMessages();
  const answered = quiz.items.filter((item) => item.isAnswered).length;
  const state = words.quizMeta(answered, quiz.items.length);
  return (
    <Stack component="section" gap="sm" align="flex-start">
      <Title order={2}>{words.quiz}</Title>
      <Text>
        {quiz.closesAt === null ? state : `${state} ${words.quizUntil(messages.dates.dateTime(quiz.closesAt))}`}
      </Text>
      <Button component={Link} to={`/quiz/${quiz.id}`}>
        {words.quizAct}
      </Button>
    </Stack>
  );
}

function Continue({ latest, isMain }: { readonly latest: Latest; readonly isMain: boolean }) {
  const messages = useMessages();
  const words = useHomeMessages();
  return (
    <Stack component="section" gap="sm" align="flex-start">
      <Title order={2}>{words.goOn}</Title>
      <div>
        <Text>{latest.title}</Text>
        <Text size="sm" c="dimmed">
          {words.goOnMeta(messages.names.kinds[latest.kind], latest.minutes)}
        </Text>
      </div>
      <Button component={Link} to={`/questions/${latest.slug}`} variant={isMain ? 'filled' : 'default'}>
        {words.goOnAct}
      </Button>
    </Stack>
  );
}

/** The link to all questions; the primary action if nothing is open. */
function Questions({ isMain }: { readonly isMain: boolean }) {
  const words = useHomeMessages();
  if (isMain)
    return (
      <Button component={Link} to="/questions">
        {words.practise.act}
      </Button>
    );
  return (
    <Anchor component={Link} to="/questions">
      {words.all}
    </Anchor>
  );
}

/** Home for users who have practised: open work, and what to study next and why. */
export function PractisedHome({ data }: { readonly data: HomeQuery }) {
  const words = useHomeMessages();
  const { viewer, openQuiz, progress, skillDomains } = data;
  const proposals = skillsToStudy(
    progress.skills,
    skillDomains.flatMap((domain) => domain.skills),
  );
  return (
    <Stack gap="xl">
      <PageHeading title={words.title}>
        {viewer.account ? words.welcome(viewer.account.displayName) : words.welcomeGuest}
      </PageHeading>
      {openQuiz ? <OpenQuiz quiz={openQuiz} /> : null}
      {progress.latest ? <Continue latest={progress.latest} isMain={openQuiz === null} /> : null}
      <StudyList proposals={proposals} />
      <Group gap="lg">
        <Questions isMain={openQuiz === null && progress.latest === null} />
        {openQuiz ? null : (
          <Anchor component={Link} to="/quiz/new">
            {words.newQuiz}
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}
