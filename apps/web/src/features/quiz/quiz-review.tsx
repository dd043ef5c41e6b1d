import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useSavers } from '../../answering/savers-provider';
import { useMessages } from '../../messages/messages';
import { PageHeading } from '../../platform/page-heading';
import { ItemTable } from '../../sitting/item-table';
import { useSubmitAttempt } from '../../sitting/use-submit-attempt';
import { QUIZ, type Quiz } from './quiz-query';

/** Reads the answers again, because other tabs and devices may have saved some. */
function useNewestAnswers(id: string): void {
  const client = useApolloClient();
  const savers = useSavers();
  // The server is outside React; unreachable, the page shows what it knows.
  useEffect(() => {
    client
      .query({ query: QUIZ, variables: { id }, fetchPolicy: 'network-only' })
      .then(({ data }) => data?.attempt.items.forEach((item) => savers.notice(item)))
      .catch(() => undefined);
  }, [client, savers, id]);
}

/** Before submitting: answered, flagged and empty items, each with a link. */
export function QuizReview({ quiz }: { readonly quiz: Quiz }) {
  const words = useMessages().quiz;
  const { submit, isRunning, failure } = useSubmitAttempt(quiz.id, quiz.items);
  useNewestAnswers(quiz.id);
  const { items } = quiz;
  const empty = items.filter((item) => !item.isAnswered).length;
  const flagged = items.filter((item) => item.isFlagged).length;
  return (
    <Stack gap="lg">
      <PageHeading title={words.reviewTitle} />
      <Text>{words.reviewCounts(items.length - empty, flagged, empty)}</Text>
      <ItemTable items={items} addressOf={(position) => `?item=${position}`} />
      <Text size="sm">{words.submitFixes}</Text>
      <ActError>{failure}</ActError>
      <Group gap="sm">
        <ActButton onClick={() => void submit()} isRunning={isRunning}>
          {words.submit}
        </ActButton>
        <Button component={Link} to={`?item=${items.length}`} variant="default">
          {words.goBack}
        </Button>
      </Group>
    </Stack>
  );
}
