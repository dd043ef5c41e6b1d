import { gql, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Markdown } from '@holdout/ui';
import { Group, Stack } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import type { AnswerItem_ItemFragment } from '../generated/operations';
import { type Draft, draftOf } from './draft';
import { KINDS_FEEDBACK, KINDS_ITEM, KINDS_RESPONSE } from './kinds/fragments';
import { KindField } from './kinds/kind-field';
import { SaveLabel } from './save-label';
import { useDraft } from './use-draft';
import { HistoryButton } from './versions/history-button';
import { VersionStrip } from './versions/version-strip';

const Hints = lazy(async () => ({ default: (await import('./hints')).Hints }));

/** All data that the page of an item shows. Code items have a separate page and fragment. */
export const ANSWER_ITEM: TypedDocumentNode<AnswerItem_ItemFragment> = gql`
  fragment AnswerItem_item on AttemptItem {
    id
    ...Kinds_item
    response {
      ...Kinds_response
    }
    feedback {
      ...Kinds_feedback
    }
  }
  ${KINDS_ITEM}
  ${KINDS_RESPONSE}
  ${KINDS_FEEDBACK}
`;

function Question({ content }: Pick<AnswerItem_ItemFragment, 'content'>) {
  if (!('statement' in content)) return null;
  return (
    <>
      <Markdown>{content.statement}</Markdown>
      {content.hints.length === 0 ? null : (
        <Suspense fallback={null}>
          <Hints hints={content.hints} />
        </Suspense>
      )}
    </>
  );
}

type Props = {
  /** As returned by the query or mutation; the page shows the newest version from the cache. */
  readonly item: AnswerItem_ItemFragment;
  /** The attempt no longer accepts answers. */
  readonly isLocked?: boolean;
  /** The result, shown between the question and the answer. */
  readonly verdict?: ReactNode;
  /** Shown next to the save label, for example Check. */
  readonly actions?: ReactNode;
};

const nothing = () => undefined;

/** A version of the answer as its field shows it, not editable. */
export const shownBy = (item: AnswerItem_ItemFragment) => (draft: Draft) => (
  <KindField
    item={item}
    draft={draft}
    onEdit={nothing}
    onLeave={nothing}
    isOpen={false}
    isVersion
    settle={() => Promise.resolve(null)}
  />
);

/** Statement, answer and saving of one non-code item; used in practice and in quizzes. */
export function AnswerItem({ item: from, isLocked = false, verdict, actions }: Props) {
  const { data: item } = useSuspenseFragment({ fragment: ANSWER_ITEM, fragmentName: 'AnswerItem_item', from });
  const state = useDraft(item);
  const { draft, edit, saver, replaced } = state;
  const isOpen = item.feedback === null && !isLocked;
  const show = shownBy(item);
  // Another tab may have saved an answer since: show the answer that the feedback refers to.
  const graded = item.response === null ? null : draftOf(item.response);
  return (
    <Stack gap="lg">
      <Question content={item.content} />
      {isOpen ? <VersionStrip state={state} show={show} /> : null}
      {verdict}
      <KindField
        // Fields with a state of their own start again from an answer that was put in place of theirs.
        key={replaced}
        item={item}
        draft={item.feedback === null ? draft : graded}
        onEdit={edit}
        onLeave={() => saver.saveNow()}
        isOpen={isOpen}
        settle={async () => ((await saver.settle()) === 'sent' ? saver.view.base : null)}
      />
      {isOpen ? (
        <Group gap="md">
          <SaveLabel saver={saver} />
          <HistoryButton itemId={item.id} state={state} show={show} />
        </Group>
      ) : null}
      {actions}
    </Stack>
  );
}
