import { SkeletonLines } from '@holdout/ui';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Link, Navigate, NavigationType, useNavigationType, useParams, useSearchParams } from 'react-router';
import { useMessages } from '../../messages/messages';
import { SaversProvider } from '../../answering/savers-provider';
import { PageBody } from '../../platform/page-body';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { ItemStrip } from '../../sitting/item-strip';
import { useResumeUnsent } from '../../sitting/use-resume-unsent';
import { useServerOffset } from '../../sitting/use-server-offset';
import { useTimeUp } from '../../sitting/use-time-up';
import { SittingClock } from '../../sitting/sitting-clock';
import { QuizItemView } from './quiz-item';
import { hereOf, itemAddress, REVIEW_ADDRESS } from './quiz-address';
import { QUIZ, type Quiz } from './quiz-query';
import { QuizReview } from './quiz-review';
import styles from './quiz.module.css';

/** Another item begins at its top; Back and Forward are left to the browser, which remembers. */
function useTopOfItem(asked: string | null): void {
  const type = useNavigationType();
  // The window's scroll position is outside React.
  useEffect(() => {
    if (type === NavigationType.Push) window.scrollTo(0, 0);
  }, [asked, type]);
}

function OpenQuiz({ quiz }: { readonly quiz: Quiz }) {
  const words = useMessages().quiz;
  const [search] = useSearchParams();
  const { offsetMs, ask } = useServerOffset(quiz.id);
  const { onTimeUp, isUp, unsent } = useTimeUp(ask);
  useResumeUnsent(quiz.items);
  useTopOfItem(search.get('item'));
  const here = hereOf(quiz.items, search.get('item'));
  return (
    <Stack gap="lg">
      <div className={styles['top']}>
        <Group gap="md" justify="space-between">
          <Anchor component={Link} to={REVIEW_ADDRESS} size="sm">
            {words.toReview}
          </Anchor>
          <SittingClock startedAt={quiz.startedAt} closesAt={quiz.closesAt} offsetMs={offsetMs} onTimeUp={onTimeUp} />
        </Group>
        <ItemStrip
          items={quiz.items}
          here={here?.kind === 'item' ? here.item.position : null}
          addressOf={itemAddress(quiz.items.length)}
        />
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
