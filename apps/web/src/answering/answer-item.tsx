import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Markdown } from '@holdout/ui';
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AnswerItem_ItemFragment } from '../generated/operations';
import { AnswerChoice } from './answer-choice';
import { AnswerNumeric } from './answer-numeric';
import type { Draft } from './draft';
import { Hints } from './hints';
import { SaveLabel } from './save-label';
import { SetAside } from './set-aside';
import { useDraft } from './use-draft';

/** Everything of an item of kind choice or numeric that its page shows. */
export const ANSWER_ITEM: TypedDocumentNode<AnswerItem_ItemFragment> = gql`
  fragment AnswerItem_item on AttemptItem {
    id
    content {
      ... on ChoiceContent {
        statement
        hints
        choose
        options {
          id
          text
        }
      }
      ... on NumericContent {
        statement
        hints
        unit
        writeAs
      }
    }
    response {
      revision
      savedAt
      answer {
        ... on ChoiceAnswer {
          picked
        }
        ... on NumericAnswer {
          text
          readAs
        }
        ... on CodeAnswer {
          language
          source
        }
      }
    }
    feedback {
      earned
      possible
      explanation
      detail {
        ... on ChoiceFeedback {
          options {
            id
            isKey
            why
            misconception
          }
        }
        ... on NumericFeedback {
          value
          low
          high
          unit
          misconception
        }
      }
    }
  }
`;

type Item = AnswerItem_ItemFragment;
type FieldProps = {
  readonly item: Item;
  readonly draft: Draft | null;
  readonly onEdit: (draft: Draft) => void;
  readonly onLeave: () => void;
  readonly isLocked: boolean;
};

function AnswerField({ item, draft, onEdit, onLeave, isLocked }: FieldProps) {
  const { content } = item;
  const detail = item.feedback?.detail;
  switch (content.__typename) {
    case 'ChoiceContent':
      return (
        <AnswerChoice
          choose={content.choose}
          options={content.options}
          picked={draft?.kind === 'choice' ? draft.picked : []}
          onPick={(picked) => onEdit({ kind: 'choice', picked })}
          reasons={detail?.__typename === 'ChoiceFeedback' ? detail.options : null}
          isLocked={isLocked}
        />
      );
    case 'NumericContent':
      return (
        <AnswerNumeric
          text={draft?.kind === 'numeric' ? draft.text : ''}
          unit={content.unit}
          writeAs={content.writeAs}
          onType={(text) => onEdit({ kind: 'numeric', text })}
          onLeave={onLeave}
          truth={detail?.__typename === 'NumericFeedback' ? detail : null}
          isLocked={isLocked}
        />
      );
    case 'CodeContent':
      return null;
  }
}

type Props = {
  /** Masked, or of a query that reads the fragment itself too. */
  readonly item: FragmentType<AnswerItem_ItemFragment> | AnswerItem_ItemFragment;
  /** The attempt takes no answers any more. */
  readonly isLocked?: boolean;
  /** What stands beside the save label, for example Check. */
  readonly actions?: ReactNode;
};

/** Statement, answer and saving of one choice or numeric item: the same in practice and in a quiz. */
export function AnswerItem({ item: from, isLocked = false, actions }: Props) {
  const { data: item } = useSuspenseFragment({ fragment: ANSWER_ITEM, from });
  const { draft, edit, saver, setAside, drop } = useDraft(item);
  const isOpen = item.feedback === null && !isLocked;
  const text = item.content.__typename === 'CodeContent' ? null : item.content;
  return (
    <Stack gap="lg">
      {text ? <Markdown>{text.statement}</Markdown> : null}
      {text ? <Hints hints={text.hints} /> : null}
      {setAside !== null && isOpen ? (
        <SetAside draft={setAside} onUse={() => edit(setAside.draft)} onDrop={drop} />
      ) : null}
      <AnswerField item={item} draft={draft} onEdit={edit} onLeave={() => saver.saveNow()} isLocked={isLocked} />
      {isOpen ? <SaveLabel saver={saver} /> : null}
      {actions}
    </Stack>
  );
}
