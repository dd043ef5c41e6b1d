import { SkeletonLines } from '@holdout/ui';
import { Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { AnswerItem } from '../../answering/answer-item';
import { ReportQuestion } from '../../answering/report-question';
import { useMessages } from '../../messages/messages';
import { isProgram } from '../../platform/kinds';
import { PageHeading } from '../../platform/page-heading';
import { ItemActions } from '../../sitting/item-actions';
import { stateWords } from '../../sitting/item-state';
import { useShownItem } from '../../sitting/use-shown-item';
import { itemAddress } from './quiz-address';
import type { QuizItem } from './quiz-query';
import styles from './quiz.module.css';

const QuizCode = lazy(async () => ({ default: (await import('./quiz-code')).QuizCode }));

type Props = { readonly item: QuizItem; readonly count: number; readonly isLocked: boolean };

function Head({ item, count }: Omit<Props, 'isLocked'>) {
  const { quiz: words, sitting, names } = useMessages();
  const kind = names.kinds[item.kind];
  return (
    <div>
      <Text size="sm" c="dimmed">
        {item.isFlagged ? `${kind} · ${stateWords(sitting.states, item)}` : kind}
      </Text>
      <PageHeading title={words.tab(item.position, count)}>{sitting.heading(item.position, count)}</PageHeading>
    </div>
  );
}

/** One item of a quiz: the answer component of practice, without Check and verdicts. */
export function QuizItemView({ item, count, isLocked }: Props) {
  useShownItem(item, count);
  const isCode = isProgram(item);
  // On code the primary button is Submit.
  const actions = <ItemActions item={item} count={count} addressOf={itemAddress(count)} isMain={!isCode} />;
  if (isCode) {
    return (
      <>
        <div className={styles['head']}>
          <Head item={item} count={count} />
        </div>
        <Suspense fallback={<SkeletonLines count={6} />}>
          <QuizCode item={item} isLocked={isLocked} />
        </Suspense>
        <div className={styles['foot']}>{actions}</div>
      </>
    );
  }
  return (
    <Stack gap="lg">
      <Head item={item} count={count} />
      <AnswerItem item={item} isLocked={isLocked} />
      {actions}
      <div>
        <ReportQuestion itemId={item.id} />
      </div>
    </Stack>
  );
}
