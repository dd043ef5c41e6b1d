import { useApolloClient } from '@apollo/client/react';
import { ActError, useAnnounce, useSingleKeys } from '@holdout/ui';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMessages } from '../../messages/messages';
import { AnswerItem } from '../../answering/answer-item';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { ReportQuestion } from '../../answering/report-question';
import { stateWords } from '../../sitting/item-state';
import { FLAG_ITEM, PRESENT_ITEM, type QuizItem } from './quiz-query';
import styles from './quiz.module.css';

type Props = { readonly item: QuizItem; readonly count: number; readonly isLocked: boolean };

const addressOf = (position: number, count: number) => (position > count ? '?item=review' : `?item=${position}`);

function useFlag(item: QuizItem) {
  const words = useMessages().quiz;
  const announce = useAnnounce();
  const { act, failure } = useAct(FLAG_ITEM);
  const flag = async (): Promise<void> => {
    const isFlagged = !item.isFlagged;
    const done = await act({ input: { itemId: item.id, isFlagged } });
    if (done?.flagItem.__typename === 'FlagItemSuccess') announce(isFlagged ? words.flagged : words.unflagged);
  };
  return { flag, failure };
}

function usePageKeys(position: number, count: number, flag: () => void): void {
  const navigate = useNavigate();
  useSingleKeys(useMemo(() => ({ f: flag }), [flag]));
  // The browser's keyboard is outside React.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'PageUp' && event.key !== 'PageDown')) return;
      event.preventDefault();
      const next = event.key === 'PageDown' ? position + 1 : Math.max(1, position - 1);
      void navigate(addressOf(next, count));
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [navigate, position, count]);
}

function usePresented(itemId: string): void {
  const client = useApolloClient();
  // That an item came on screen is told to the server; without the network it simply counts from the first answer.
  useEffect(() => {
    client.mutate({ mutation: PRESENT_ITEM, variables: { input: { itemId } } }).catch(() => undefined);
  }, [client, itemId]);
}

/** Says where one is when another item comes on screen; the heading alone would not. */
function useSaidPlace(item: QuizItem, count: number): void {
  const words = useMessages().quiz;
  const announce = useAnnounce();
  const place = words.itemLabel(item.position, count, stateWords(words.states, item));
  const first = useRef(place);
  // The live region is outside React; what changes later on the item is said where it is done.
  useEffect(() => announce(first.current), [announce]);
}

/** One item of a quiz: the same answer as in practice, without Check. */
export function QuizItemView({ item, count, isLocked }: Props) {
  const words = useMessages().quiz;
  const { flag, failure } = useFlag(item);
  const act = useMemo(() => () => void flag(), [flag]);
  const { position } = item;
  usePresented(item.id);
  useSaidPlace(item, count);
  usePageKeys(position, count, act);
  return (
    <Stack gap="lg">
      <div>
        <Text size="sm" c="dimmed">
          {words.place(position, count)}
          {item.isFlagged ? ` · ${stateWords(words.states, item)}` : ''}
        </Text>
        <PageHeading title={words.tab(position, count)}>{item.question.title}</PageHeading>
      </div>
      <AnswerItem item={item} isLocked={isLocked} />
      <ActError>{failure}</ActError>
      <Group gap="sm" className={styles['actions'] ?? ''}>
        <Button
          variant="default"
          aria-pressed={item.isFlagged}
          className={styles['flag'] ?? ''}
          aria-keyshortcuts="F"
          onClick={act}
          leftSection={<span aria-hidden="true">⚑</span>}
        >
          {words.flag}
        </Button>
        <Group gap="sm" ml="auto">
          {position > 1 ? (
            <Button component={Link} to={addressOf(position - 1, count)} variant="default">
              {words.previous}
            </Button>
          ) : null}
          <Button component={Link} to={addressOf(position + 1, count)}>
            {position === count ? words.review : words.next}
          </Button>
        </Group>
      </Group>
      <div>
        <ReportQuestion slug={item.question.slug} itemId={item.id} />
      </div>
    </Stack>
  );
}
