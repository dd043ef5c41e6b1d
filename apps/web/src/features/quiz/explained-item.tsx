import { Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../messages/messages';
import { AnswerItem } from '../../answering/answer-item';
import { Explanation, FeedbackVerdict } from '../../answering/feedback-verdict';
import type { ExplainedItem } from './quiz-query';
import styles from './quiz.module.css';

/** One item of an ended quiz: how it came out, and on opening it everything there is to learn from it. */
export function ExplainedItemView({ item, isFirst }: { readonly item: ExplainedItem; readonly isFirst: boolean }) {
  const words = useMessages().quiz;
  const [isOpen, setIsOpen] = useState(isFirst);
  return (
    <details className={styles['explained']} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles['summary']}>
        <span className={styles['summaryTitle']}>{words.itemTitle(item.position, item.question.title)}</span>
        {item.feedback ? <FeedbackVerdict feedback={item.feedback} isAnswered={item.isAnswered} /> : null}
      </summary>
      {isOpen ? (
        <Stack gap="lg" pt="sm">
          <AnswerItem item={item} isLocked />
          {item.feedback ? <Explanation text={item.feedback.explanation} /> : <Text>{words.noFeedback}</Text>}
          <Anchor component={Link} to={`/questions/${item.question.slug}`} size="sm">
            {words.practise}
          </Anchor>
        </Stack>
      ) : null}
    </details>
  );
}
