import { SkeletonLines } from '@holdout/ui';
import { Anchor, Group, Text } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { Link, Navigate, NavigationType, useNavigationType, useParams, useSearchParams } from 'react-router';
import { useMessages } from '../../messages/messages';
import { SaversProvider, useUnsent } from '../../answering/savers-provider';
import { isProgram } from '../../platform/kinds';
import { PageBody } from '../../platform/page-body';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { ItemActions } from '../../sitting/item-actions';
import { ItemStrip } from '../../sitting/item-strip';
import { ItemView } from '../../sitting/item-view';
import { SittingFrame } from '../../sitting/sitting-frame';
import frame from '../../sitting/sitting-frame.module.css';
import { answered } from '../../sitting/sitting-item';
import { useResumeUnsent } from '../../sitting/use-resume-unsent';
import { useServerClock } from '../../sitting/use-server-clock';
import { useEndByClock } from '../../sitting/use-end-by-clock';
import { useTimeUp } from '../../sitting/use-time-up';
import { SittingClock } from '../../sitting/sitting-clock';
import { type Here, hereOf, itemAddress, REVIEW_ADDRESS } from './quiz-address';
import { QUIZ, type Quiz, type QuizItem } from './quiz-query';

const QuizReview = lazy(async () => ({ default: (await import('./quiz-review')).QuizReview }));

/** Scrolls to the top on another item; on Back and Forward the browser restores the scroll position. */
function useTopOfItem(asked: string | null): void {
  const type = useNavigationType();
  // The window's scroll position is outside React.
  useEffect(() => {
    if (type === NavigationType.Push) window.scrollTo(0, 0);
  }, [asked, type]);
}

/** An item that is explained shows that another tab or device has submitted the quiz: asks for its end. */
function useEndedElsewhere({ items }: Quiz, ask: () => Promise<void>): void {
  const isExplained = items.some(({ feedback }) => feedback !== null);
  // The server is outside React.
  useEffect(() => {
    if (isExplained) void ask();
  }, [isExplained, ask]);
}

function ShownItem({ item, count, isLocked }: { item: QuizItem; count: number; isLocked: boolean }) {
  const words = useMessages().quiz;
  return (
    <ItemView
      item={item}
      count={count}
      isLocked={isLocked}
      title={words.tab(item.position, count)}
      actions={(isMain) => <ItemActions item={item} count={count} addressOf={itemAddress(count)} isMain={isMain} />}
    />
  );
}

type ShownProps = { readonly here: Here<QuizItem>; readonly quiz: Quiz; readonly isLocked: boolean };

function Shown({ here, quiz, isLocked }: ShownProps) {
  switch (here?.kind) {
    case undefined:
      return null;
    case 'review':
      return (
        <Suspense fallback={null}>
          <QuizReview quiz={quiz} />
        </Suspense>
      );
    case 'item':
      return <ShownItem key={here.item.id} item={here.item} count={quiz.items.length} isLocked={isLocked} />;
  }
}

function OpenQuiz({ quiz }: { readonly quiz: Quiz }) {
  const words = useMessages().quiz;
  const [search] = useSearchParams();
  const { reading, ask } = useServerClock(quiz.id);
  const { onUp, isUp, unsent } = useTimeUp(ask, {
    said: useMessages().sitting.timeUp,
    end: useEndByClock(quiz.id, ask),
  });
  useResumeUnsent(quiz.items);
  useEndedElsewhere(quiz, ask);
  useTopOfItem(search.get('item'));
  const here = hereOf(quiz.items, search.get('item'));
  const isWide = here?.kind === 'item' && isProgram(here.item);
  return (
    <SittingFrame isWide={isWide}>
      <div className={frame['top']}>
        <ItemStrip
          items={quiz.items}
          here={here?.kind === 'item' ? here.item.position : null}
          addressOf={itemAddress(quiz.items.length)}
        />
        <Group gap="md" justify="space-between" className={frame['end'] ?? ''}>
          <Anchor component={Link} to={REVIEW_ADDRESS} size="sm">
            {words.toReview}
          </Anchor>
          <SittingClock startedAt={quiz.startedAt} closesAt={quiz.closesAt} reading={reading} onUp={onUp} />
        </Group>
      </div>
      {isUp ? <Text role="status">{words.closing(unsent)}</Text> : null}
      <Shown here={here} quiz={quiz} isLocked={isUp} />
    </SittingFrame>
  );
}

function QuizOf({ id }: { readonly id: string }) {
  const { data } = usePageQuery(QUIZ, { id }, 'network-only');
  const quiz = data.attempt;
  const unsent = useUnsent();
  if (quiz.endedAt !== null) return <Navigate to={`/quiz/${id}/explanations`} replace />;
  return <OpenQuiz quiz={{ ...quiz, items: [...answered(quiz.items, unsent)] }} />;
}

/** A running quiz, one item per page. */
export function QuizPage() {
  const { id = '' } = useParams();
  return (
    <SaversProvider>
      <PagePane
        skeleton={
          <PageBody width="reading">
            <SkeletonLines count={6} />
          </PageBody>
        }
      >
        <QuizOf key={id} id={id} />
      </PagePane>
    </SaversProvider>
  );
}
