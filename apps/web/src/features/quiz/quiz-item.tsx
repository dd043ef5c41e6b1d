import { Stack, Text } from '@mantine/core';
import { AnswerItem } from '../../answering/answer-item';
import { ReportQuestion } from '../../answering/report-question';
import { useMessages } from '../../messages/messages';
import { PageHeading } from '../../platform/page-heading';
import { ItemActions } from '../../sitting/item-actions';
import { stateWords } from '../../sitting/item-state';
import { useShownItem } from '../../sitting/use-shown-item';
import { itemAddress } from './quiz-address';
import type { QuizItem } from './quiz-query';

type Props = { readonly item: QuizItem; readonly count: number; readonly isLocked: boolean };

/** One item of a quiz: the same answer as in practice, without Check. */
export function QuizItemView({ item, count, isLocked }: Props) {
  const { quiz: words, sitting } = useMessages();
  const { position } = item;
  useShownItem(item, count);
  return (
    <Stack gap="lg">
      <div>
        <Text size="sm" c="dimmed">
          {sitting.place(position, count)}
          {item.isFlagged ? ` · ${stateWords(sitting.states, item)}` : ''}
        </Text>
        <PageHeading title={words.tab(position, count)}>{item.question.title}</PageHeading>
      </div>
      <AnswerItem item={item} isLocked={isLocked} />
      <ItemActions item={item} count={count} addressOf={itemAddress(count)} />
      <div>
        <ReportQuestion slug={item.question.slug} itemId={item.id} />
      </div>
    </Stack>
  );
}
