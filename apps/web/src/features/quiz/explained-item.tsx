import { Status } from '@holdout/ui';
import { Anchor, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../messages/messages';
import { AnswerItem } from '../../answering/answer-item';
import { Explanation, FeedbackVerdict } from '../../answering/feedback-verdict';
import { isProgram } from '../../platform/kinds';
import { Subtitle } from '../../platform/subtitle';
import type { ExplainedItem } from './explanations-query';
import { hasAnswer } from '../../sitting/sitting-item';
import styles from './quiz.module.css';

const ExplainedCode = lazy(async () => ({
  default: (await import('../../workspace/verdict/explained-code')).ExplainedCode,
}));

/** Whether the item has submitted code that is not graded yet. */
export const awaitsGrading = ({ submissions }: ExplainedItem): boolean =>
  submissions.some(({ status }) => status !== 'GRADED');

function Outcome({ item }: { readonly item: ExplainedItem }) {
  const words = useMessages().quiz;
  if (awaitsGrading(item)) return <Status kind="waiting" label={words.beingGraded} />;
  if (!item.feedback) return null;
  return <FeedbackVerdict feedback={item.feedback} isAnswered={hasAnswer(item)} />;
}

function Practise({ question }: Pick<ExplainedItem, 'question'>) {
  const words = useMessages().quiz;
  if (question === null) return null;
  return (
    <Anchor component={Link} to={`/questions/${question.slug}`} size="sm">
      {words.practise}
    </Anchor>
  );
}

/** One item of an ended quiz: its result and, when expanded, its full explanation. */
export function ExplainedItemView({ item, isFirst }: { readonly item: ExplainedItem; readonly isFirst: boolean }) {
  const { quiz: words, sitting, names } = useMessages();
  const { question } = item;
  const [isOpen, setIsOpen] = useState(isFirst);
  return (
    <details className={styles['explained']} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles['summary']}>
        <span className={styles['summaryTitle']}>
          <span>{sitting.itemTitle(item.position, question?.title ?? names.kinds[item.kind])}</span>
          <Subtitle text={question?.subtitle ?? null} size="sm" />
        </span>
        <Outcome item={item} />
      </summary>
      {isOpen ? (
        <Stack gap="lg" pt="sm">
          {isProgram(item) ? (
            <Suspense fallback={null}>
              <ExplainedCode item={item} submissions={item.submissions} />
            </Suspense>
          ) : (
            <AnswerItem item={item} isLocked />
          )}
          {item.feedback ? <Explanation feedback={item.feedback} /> : <Text>{words.noFeedback}</Text>}
          <Practise question={question} />
        </Stack>
      ) : null}
    </details>
  );
}
