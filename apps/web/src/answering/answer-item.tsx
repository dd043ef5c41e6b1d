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

type Choice = Extract<Item['content'], { __typename: 'ChoiceContent' }>;
type Numeric = Extract<Item['content'], { __typename: 'NumericContent' }>;

function ChoiceField({ content, item, draft, onEdit, isLocked }: FieldProps & { readonly content: Choice }) {
  const detail = item.feedback?.detail;
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
}

function NumericField({ content, item, draft, onEdit, ...rest }: FieldProps & { readonly content: Numeric }) {
  const detail = item.feedback?.detail;
  return (
    <AnswerNumeric
      {...rest}
      text={draft?.kind === 'numeric' ? draft.text : ''}
      unit={content.unit}
      writeAs={content.writeAs}
      onType={(text) => onEdit({ kind: 'numeric', text })}
      truth={detail?.__typename === 'NumericFeedback' ? detail : null}
    />
  );
}

function AnswerField(props: FieldProps) {
  const { content } = props.item;
  switch (content.__typename) {
    case 'ChoiceContent':
      return <ChoiceField {...props} content={content} />;
    case 'NumericContent':
      return <NumericField {...props} content={content} />;
    case 'CodeContent':
      return null;
  }
}

function Question({ content }: Pick<Item, 'content'>) {
  if (content.__typename === 'CodeContent') return null;
  return (
    <>
      <Markdown>{content.statement}</Markdown>
      <Hints hints={content.hints} />
    </>
  );
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
  return (
    <Stack gap="lg">
      <Question content={item.content} />
      {setAside !== null && isOpen ? (
        <SetAside draft={setAside} onUse={() => edit(setAside.draft)} onDrop={drop} />
      ) : null}
      <AnswerField item={item} draft={draft} onEdit={edit} onLeave={() => saver.saveNow()} isLocked={isLocked} />
      {isOpen ? <SaveLabel saver={saver} /> : null}
      {actions}
    </Stack>
  );
}
