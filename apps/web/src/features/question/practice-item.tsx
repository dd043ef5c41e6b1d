import { useSuspenseFragment } from '@apollo/client/react';
import { ActButton, ActError } from '@holdout/ui';
import { Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/messages';
import { scoredBy } from '../../platform/kinds';
import { AnswerItem } from '../../answering/answer-item';
import { Explanation, FeedbackVerdict } from '../../answering/feedback-verdict';
import { Afterwards, type AfterwardsProps } from './afterwards';
import styles from './practice-item.module.css';
import { PRACTICE_ITEM } from './practice-query';
import { useCheck } from './use-check';
import { useCtrlEnter } from './use-ctrl-enter';
import type { PractisedItem } from './use-practice';

/** After Check focuses the verdict, because the button is gone; scrolls to it if it is above the answer. */
function useVerdictFocus(isOpen: boolean, isFirst: boolean) {
  const verdict = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      verdict.current?.focus({ preventScroll: true });
      if (isFirst) verdict.current?.scrollIntoView({ block: 'nearest' });
    }
    wasOpen.current = isOpen;
  }, [isOpen, isFirst]);
  return verdict;
}

type Props = AfterwardsProps & {
  readonly item: PractisedItem;
};

/** A non-code question in practice: answer, Check, explanation. */
export function PracticeItem({ item, ...afterwards }: Props) {
  const words = useMessages().question;
  const { data } = useSuspenseFragment({ fragment: PRACTICE_ITEM, from: item });
  const { check, forget, isRunning, failure } = useCheck(item.id);
  const isOpen = data.feedback === null;
  // Graded by people: no immediate check; the item is finished and its rubric shown.
  const isForPeople = scoredBy(data.kind) === 'people';
  const verdictBox = useVerdictFocus(isOpen, !isForPeople);
  useCtrlEnter(() => void check(), isOpen);
  const verdict = data.feedback ? (
    <div ref={verdictBox} tabIndex={-1}>
      <FeedbackVerdict feedback={data.feedback} isAnswered />
    </div>
  ) : null;
  return (
    // A message about the previous answer does not apply to a changed one.
    <Stack gap="lg" onChange={forget}>
      <AnswerItem
        item={item}
        verdict={isForPeople ? null : verdict}
        actions={
          isOpen ? (
            <div className={styles['actions']}>
              <ActError>{failure}</ActError>
              {isForPeople ? <Text size="sm">{words.finishFixes}</Text> : null}
              <ActButton onClick={() => void check()} isRunning={isRunning} aria-keyshortcuts="Control+Enter">
                {isForPeople ? words.finish : words.check}
              </ActButton>
            </div>
          ) : null
        }
      />
      {isForPeople ? verdict : null}
      {data.feedback ? (
        <>
          <Explanation feedback={data.feedback} />
          <Afterwards {...afterwards} />
        </>
      ) : null}
    </Stack>
  );
}
