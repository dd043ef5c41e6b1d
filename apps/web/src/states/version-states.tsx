import { MockedProvider } from '@apollo/client/testing/react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { shownBy } from '../answering/answer-item';
import type { Draft } from '../answering/draft';
import type { Answer } from '../answering/kinds/drafts';
import { ResponseSaver } from '../answering/response-saver';
import type { SaveQueue } from '../answering/save-queue';
import type { DraftState } from '../answering/use-draft';
import { CompareDialog } from '../answering/versions/compare-dialog';
import { HistoryDrawer } from '../answering/versions/history-drawer';
import type { ShowVersion } from '../answering/versions/show-version';
import { VersionNotice } from '../answering/versions/version-notice';
import { REVISIONS } from '../answering/versions/versions-query';
import { createCache } from '../platform/apollo-cache';
import { anItem } from '../testing/an-item';
import { CHOICE } from '../testing/examples/keyed-examples';
import { DESIGN, DRAWN } from '../testing/examples/marked-examples';
import { showCode } from '../workspace/editor/code-version';
import type { State, States } from './state';

const AT = '2026-11-20T14:02:00.000Z';
const nothing = (): void => undefined;

type Versions = { readonly mine: Draft; readonly theirs: Answer; readonly show: ShowVersion };

/** An answer on a page that nothing saves. */
function stateOf({ mine, theirs }: Versions, some: Partial<SaveQueue>): DraftState {
  const other = { revision: 2, savedAt: AT, answer: theirs };
  const store = {
    list: () => [],
    write: nothing,
    remove: nothing,
    kept: () => Promise.resolve(true),
    refresh: () => Promise.resolve(),
  };
  const saver = new ResponseSaver('i', other, {
    store,
    send: () => new Promise(nothing),
    newId: () => crypto.randomUUID(),
    now: () => new Date(AT),
    after: () => nothing,
  });
  return { ...saver.view, draft: mine, saver, edit: nothing, ...some };
}

const conflictOf = (versions: Versions): DraftState =>
  stateOf(versions, { other: { revision: 2, savedAt: AT, answer: versions.theirs } });

/** Not opened by itself: dialogs cover the page and take the focus. */
function Opened({ children }: { readonly children: (onClose: () => void) => ReactNode }) {
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button onClick={dialog.open}>Open</Button>
      {isOpen ? children(dialog.close) : null}
    </>
  );
}

const choice: Versions = {
  mine: { kind: 'choice', picked: ['b'] },
  theirs: CHOICE.answer,
  show: shownBy(anItem(CHOICE)),
};
const code: Versions = {
  mine: { kind: 'code', language: 'PYTHON', source: 'def total(xs):\n    return sum(xs)\n' },
  theirs: { __typename: 'CodeAnswer', language: 'PYTHON', source: 'def total(xs):\n    return 0\n' },
  show: showCode,
};
const design: Versions = {
  mine: { ...DESIGN.draft, scene: DRAWN.mine },
  theirs: { ...DESIGN.answer, scene: DRAWN.theirs },
  show: shownBy(anItem(DESIGN)),
};

const notice = (name: string, some: Partial<SaveQueue>): State => ({
  name,
  show: () => <VersionNotice state={stateOf(choice, some)} show={choice.show} />,
});

const compared = (name: string, versions: Versions): State => ({
  name,
  show: () => (
    <Opened>
      {(onClose) => <CompareDialog state={conflictOf(versions)} show={versions.show} onClose={onClose} />}
    </Opened>
  ),
});

type Node = { readonly number: number | null; readonly answer: Answer };

function History({ nodes, onClose }: { readonly nodes: readonly Node[]; readonly onClose: () => void }) {
  const [cache] = useState(createCache);
  const edges = nodes.map((node, index) => ({
    __typename: 'RevisionEdge' as const,
    cursor: String(index),
    node: { __typename: 'Revision' as const, id: `r${index}`, savedAt: AT, ...node },
  }));
  const pageInfo = { __typename: 'PageInfo' as const, hasNextPage: edges.length > 0, endCursor: null };
  const mock = {
    request: { query: REVISIONS, variables: { itemId: 'i', after: null } },
    result: { data: { revisions: { __typename: 'RevisionConnection' as const, edges, pageInfo } } },
    maxUsageCount: Number.POSITIVE_INFINITY,
  };
  return (
    <MockedProvider mocks={[mock]} cache={cache}>
      <HistoryDrawer itemId="i" state={stateOf(choice, {})} show={choice.show} onClose={onClose} />
    </MockedProvider>
  );
}

const history = (name: string, nodes: readonly Node[]): State => ({
  name,
  show: () => <Opened>{(onClose) => <History nodes={nodes} onClose={onClose} />}</Opened>,
});

/** What is shown where an answer has several versions. */
export const VERSION_STATES: Readonly<Record<'VersionNotice' | 'CompareDialog' | 'HistoryDrawer', States>> = {
  VersionNotice: [
    notice('in a conflict', { other: { revision: 3, savedAt: AT, answer: choice.theirs } }),
    notice('left by an earlier page', {
      setAside: { draft: choice.mine, revisionId: 'r', editedAt: AT, base: 1 },
    }),
    notice('saved elsewhere', { takenOverAt: AT }),
  ],
  CompareDialog: [
    compared('two choices', choice),
    compared('two programs, changed lines marked', code),
    compared('two designs, each with its picture', design),
  ],
  HistoryDrawer: [
    history('the current version, an earlier one and one that was not used', [
      { number: 2, answer: choice.theirs },
      { number: 1, answer: { __typename: 'ChoiceAnswer', picked: ['c'] } },
      { number: null, answer: { __typename: 'ChoiceAnswer', picked: ['b'] } },
    ]),
    history('nothing saved', []),
  ],
};
