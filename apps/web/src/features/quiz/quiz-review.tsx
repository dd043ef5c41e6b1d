import { ActButton, ActError } from '@holdout/ui';
import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../messages/messages';
import { useSavers } from '../../answering/savers-provider';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { itemSign, stateWords } from '../../sitting/item-state';
import { type Quiz, SUBMIT_QUIZ } from './quiz-query';

function useSubmit(quizId: string) {
  const words = useMessages().quiz;
  const savers = useSavers();
  const { act, isRunning, failure } = useAct(SUBMIT_QUIZ);
  const [state, setState] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const submit = async (): Promise<void> => {
    setIsSaving(true);
    setState(null);
    const isSaved = await savers.settleAll();
    setIsSaving(false);
    if (!isSaved) setState(words.unsent(savers.unsentCount()));
    // The quiz's own page goes on to the explanations once the quiz has ended.
    else await act({ input: { attemptId: quizId } });
  };
  return { submit, isRunning: isRunning || isSaving, failure: state ?? failure };
}

/** Before submitting: what is answered, flagged and empty, with the way back to each. */
export function QuizReview({ quiz }: { readonly quiz: Quiz }) {
  const words = useMessages().quiz;
  const { submit, isRunning, failure } = useSubmit(quiz.id);
  const { items } = quiz;
  const empty = items.filter((item) => !item.isAnswered).length;
  const flagged = items.filter((item) => item.isFlagged).length;
  return (
    <Stack gap="lg">
      <PageHeading title={words.reviewTitle} />
      <Text>{words.reviewCounts(items.length - empty, flagged, empty)}</Text>
      <Table stickyHeader={false}>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Th scope="row">
                <Anchor component={Link} to={`?item=${item.position}`} size="sm" fw={400}>
                  {words.itemTitle(item.position, item.question.title)}
                </Anchor>
              </Table.Th>
              <Table.Td>
                <span aria-hidden="true">{itemSign(item, false)}</span> {stateWords(words.states, item)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
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
