import { Group, Stack, Text } from '@mantine/core';
import type { QuestionHeadQuery } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { ReportQuestion } from '../../answering/report-question';

type Question = QuestionHeadQuery['question'];

/** Above the title: skills, difficulty and duration. */
export function QuestionFacts({ question }: { readonly question: Question }) {
  const { names, question: words } = useMessages();
  return (
    <Group gap="sm">
      <Text size="sm">{question.skills.map((skill) => skill.name).join(', ')}</Text>
      <Text size="sm" c="dimmed">
        {words.facts(names.level(question.level), names.minutes(question.minutes))}
      </Text>
      {question.languages.length > 0 ? (
        <Text size="sm" c="dimmed">
          {words.answeredIn(question.languages.map((language) => names.languages[language]).join(', '))}
        </Text>
      ) : null}
    </Group>
  );
}

/** Below the question: its licence, and the link to report a mistake. */
export function QuestionOrigin({ question, itemId }: { readonly question: Question; readonly itemId: string }) {
  const words = useMessages().question;
  return (
    <Stack component="footer" gap="sm" align="flex-start" mt="lg">
      <Text size="xs" c="dimmed">
        {words.licence(question.licence)}
      </Text>
      <ReportQuestion slug={question.slug} itemId={itemId} />
    </Stack>
  );
}
