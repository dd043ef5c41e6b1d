import { SkeletonLines, useAnnounce } from '@holdout/ui';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { useMessages } from '../../messages/messages';
import { SaversProvider, useSavers } from '../../answering/savers-provider';
import { PageBody } from '../../platform/page-body';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { ItemStrip } from './item-strip';
import { QuizClock } from './quiz-clock';
import { QuizItemView } from './quiz-item';
import { QUIZ, type Quiz } from './quiz-query';
import { QuizReview } from './quiz-review';
import styles from './quiz.module.css';
import { useServerOffset } from './use-server-offset';

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

function OpenQuiz({ quiz }: { readonly quiz: Quiz }) {
  const words = useMessages().quiz;
  const [search] = useSearchParams();
  const { offsetMs, ask } = useServerOffset(quiz.id);
  const { onTimeUp, isUp, unsent } = useTimeUp(ask);
  useLeftOvers(quiz.items);
  const asked = search.get('item');
  const firstEmpty = quiz.items.find((item) => !item.isAnswered) ?? quiz.items[0];
  const item = quiz.items.find(({ position }) => String(position) === asked) ?? firstEmpty;
  const isReview = asked === REVIEW;
  return (
    <Stack gap="lg">
      <div className={styles['top']}>
        <Group gap="md" justify="space-between">
          <Anchor component={Link} to="?item=review" size="sm">
            {words.toReview}
          </Anchor>
          {quiz.closesAt !== null && offsetMs !== null ? (
            <QuizClock startedAt={quiz.startedAt} closesAt={quiz.closesAt} offsetMs={offsetMs} onTimeUp={onTimeUp} />
          ) : (
            <Text size="sm" className={styles['clock'] ?? ''}>
              {quiz.closesAt === null ? words.clock.none : ''}
            </Text>
          )}
        </Group>
        <ItemStrip items={quiz.items} here={isReview ? null : (item?.position ?? null)} />
      </div>
      {isUp ? <Text role="status">{words.closing(unsent)}</Text> : null}
      {isReview ? <QuizReview quiz={quiz} /> : null}
      {!isReview && item ? <QuizItemView key={item.id} item={item} count={quiz.items.length} isLocked={isUp} /> : null}
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
