import { SkeletonLines, useAnnounce } from '@holdout/ui';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { Link, Navigate, NavigationType, useNavigationType, useParams, useSearchParams } from 'react-router';
import { useMessages } from '../../messages/messages';
import { SaversProvider, useSavers } from '../../answering/savers-provider';
import { PageBody } from '../../platform/page-body';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { ItemStrip } from '../../sitting/item-strip';
import { QuizClock } from '../../sitting/sitting-clock';
import { QuizItemView } from './quiz-item';
import { QUIZ, type Quiz, type QuizItem } from './quiz-query';
import { QuizReview } from './quiz-review';
import styles from './quiz.module.css';
import { useServerOffset } from '../../sitting/use-server-offset';

const REVIEW = 'review';
const ASK_AGAIN_MS = 3000;

/** Once time is up: nothing more is taken, what is unsent is sent, and the server is asked until it has closed. */
function useTimeUp(ask: () => Promise<void>) {
  const savers = useSavers();
  const announce = useAnnounce();
  const words = useMessages().quiz;
  const [unsent, setUnsent] = useState<number | null>(null);
  const isUp = unsent !== null;
  const onTimeUp = useCallback(() => {
    setUnsent(savers.unsentCount());
    announce(words.timeUp);
    void savers.settleAll().then(ask);
  }, [savers, announce, words, ask]);
  // The server is outside React: it may be out of reach at the very moment.
  useEffect(() => {
    if (!isUp) return undefined;
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUp, ask]);
  return { onTimeUp, isUp, unsent: unsent ?? 0 };
}

/** Answers that an earlier page of this device could not send any more. */
function useLeftOvers(items: Quiz['items']): void {
  const savers = useSavers();
  // The server is outside React; each item is looked at once.
  useEffect(() => {
    for (const item of items) savers.resume(item);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each page
  }, [savers]);
}

type Here = { readonly kind: 'review' } | { readonly kind: 'item'; readonly item: QuizItem } | null;

/** What the address asks for; without a word in it, the first item that is still empty. */
function hereOf(items: Quiz['items'], asked: string | null): Here {
  if (asked === REVIEW) return { kind: 'review' };
  const firstEmpty = items.find((one) => !one.isAnswered) ?? items[0];
  const item = items.find(({ position }) => String(position) === asked) ?? firstEmpty;
  return item ? { kind: 'item', item } : null;
}

/** Another item begins at its top; Back and Forward are left to the browser, which remembers. */
function useTopOfItem(asked: string | null): void {
  const type = useNavigationType();
  // The window's scroll position is outside React.
  useEffect(() => {
    if (type === NavigationType.Push) window.scrollTo(0, 0);
  }, [asked, type]);
}

type TimeProps = { readonly quiz: Quiz; readonly offsetMs: number | null; readonly onTimeUp: () => void };

function Time({ quiz, offsetMs, onTimeUp }: TimeProps) {
  const words = useMessages().quiz.clock;
  const { startedAt, closesAt } = quiz;
  if (closesAt === null) return <Text size="sm">{words.none}</Text>;
  // Its place is kept until the server has said how late it is.
  if (offsetMs === null) return <Text size="sm" className={styles['clock'] ?? ''} />;
  return <QuizClock startedAt={startedAt} closesAt={closesAt} offsetMs={offsetMs} onTimeUp={onTimeUp} />;
}

function OpenQuiz({ quiz }: { readonly quiz: Quiz }) {
  const words = useMessages().quiz;
  const [search] = useSearchParams();
  const { offsetMs, ask } = useServerOffset(quiz.id);
  const { onTimeUp, isUp, unsent } = useTimeUp(ask);
  useLeftOvers(quiz.items);
  useTopOfItem(search.get('item'));
  const here = hereOf(quiz.items, search.get('item'));
  return (
    <Stack gap="lg">
      <div className={styles['top']}>
        <Group gap="md" justify="space-between">
          <Anchor component={Link} to={`?item=${REVIEW}`} size="sm">
            {words.toReview}
          </Anchor>
          <Time quiz={quiz} offsetMs={offsetMs} onTimeUp={onTimeUp} />
        </Group>
        <ItemStrip items={quiz.items} here={here?.kind === 'item' ? here.item.position : null} />
      </div>
      {isUp ? <Text role="status">{words.closing(unsent)}</Text> : null}
      {here?.kind === 'review' ? <QuizReview quiz={quiz} /> : null}
      {here?.kind === 'item' ? (
        <QuizItemView key={here.item.id} item={here.item} count={quiz.items.length} isLocked={isUp} />
      ) : null}
    </Stack>
  );
}

function QuizOf({ id }: { readonly id: string }) {
  const { data } = usePageQuery(QUIZ, { id }, 'network-only');
  const quiz = data.attempt;
  if (quiz.endedAt !== null) return <Navigate to={`/quiz/${id}/explanations`} replace />;
  return <OpenQuiz quiz={quiz} />;
}

/** A quiz under way, one item a page. */
export function QuizPage() {
  const { id = '' } = useParams();
  return (
    <PageBody width="reading">
      <SaversProvider>
        <PagePane skeleton={<SkeletonLines count={6} />}>
          <QuizOf key={id} id={id} />
        </PagePane>
      </SaversProvider>
    </PageBody>
  );
}
