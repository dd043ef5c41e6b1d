import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { ActError } from '@holdout/ui';
import { Button, Group, Stack } from '@mantine/core';
import { useRef } from 'react';
import type { AnswerItem_ItemFragment, PracticeItem_ItemFragment } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { AnswerItem } from '../../answering/answer-item';
import { Explanation, FeedbackVerdict } from '../../answering/feedback-verdict';
import styles from './practice-item.module.css';
import { useCheck } from './use-check';
import { useCtrlEnter } from './use-ctrl-enter';

export const PRACTICE_ITEM: TypedDocumentNode<PracticeItem_ItemFragment> = gql`
  fragment PracticeItem_item on AttemptItem {
    id
    feedback {
      earned
      possible
      explanation
    }
  }
`;

type Props = {
  readonly item: { readonly id: string } & FragmentType<AnswerItem_ItemFragment>;
  /** What leads on once the item is checked: the next question. */
  readonly onwards: React.ReactNode;
  readonly onAgain: () => void;
  readonly isRestarting: boolean;
};

/** A choice or numeric question in practice: answer, Check, then why. */
export function PracticeItem({ item, onwards, onAgain, isRestarting }: Props) {
  const words = useMessages().question;
  const from = { __typename: 'AttemptItem', id: item.id } as const;
  const { data } = useSuspenseFragment({ fragment: PRACTICE_ITEM, from });
  const { check, isRunning, failure } = useCheck(item.id);
  const box = useRef<HTMLDivElement>(null);
  const isOpen = data.feedback === null;
  useCtrlEnter(() => void check(), isOpen);
  return (
    <Stack ref={box} gap="lg">
      <AnswerItem
        item={item}
        actions={
          isOpen ? (
            <div className={styles['actions']}>
              <ActError>{failure}</ActError>
              <Button onClick={() => void check()} loading={isRunning} aria-keyshortcuts="Control+Enter">
                {words.check}
              </Button>
            </div>
          ) : null
        }
      />
      {data.feedback ? (
        <>
          <FeedbackVerdict feedback={data.feedback} isAnswered />
          <Explanation text={data.feedback.explanation} />
          <Group gap="sm" className={styles['actions'] ?? ''}>
            {onwards}
            <Button variant="default" onClick={onAgain} loading={isRestarting}>
              {words.again}
            </Button>
          </Group>
        </>
      ) : null}
    </Stack>
  );
}
