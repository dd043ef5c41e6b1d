import { gql, type TypedDocumentNode } from '@apollo/client';
import { ANSWER_ITEM } from '../answering/answer-item';
import type { Sitting_ItemFragment } from '../generated/operations';
import { CODE_ITEM } from '../workspace/code-item';
import { SENT_CODE } from '../workspace/runs/sent-code';

/** An item of an open quiz or assessment, whose question is not named. */
export const SITTING_ITEM: TypedDocumentNode<Sitting_ItemFragment> = gql`
  fragment Sitting_item on AttemptItem {
    id
    position
    isFlagged
    isAnswered
    kind
    ...AnswerItem_item
    ...CodeItem_item
    submissions {
      ...SentCode_submission
    }
  }
  ${ANSWER_ITEM}
  ${CODE_ITEM}
  ${SENT_CODE}
`;

export type OpenItem = Sitting_ItemFragment;

/** Submitted code is an answer too: the unchanged starter is submitted without ever being saved. */
export const hasAnswer = (item: { readonly isAnswered: boolean; readonly submissions: readonly unknown[] }): boolean =>
  item.isAnswered || item.submissions.length > 0;

type Answerable = { readonly id: string; readonly isAnswered: boolean; readonly submissions: readonly unknown[] };

/** With sent code counted as an answer, and for answers that are not sent yet what is on the page. */
export const answered = <T extends Answerable>(
  items: readonly T[],
  unsent: ReadonlyMap<string, boolean>,
): readonly T[] =>
  items.map((item) => ({
    ...item,
    isAnswered: hasAnswer({ ...item, isAnswered: unsent.get(item.id) ?? item.isAnswered }),
  }));
