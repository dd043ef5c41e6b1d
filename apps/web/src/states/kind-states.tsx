import { useState } from 'react';
import type { Draft } from '../answering/kinds/drafts';
import type { Item } from '../answering/kinds/field';
import { KindField } from '../answering/kinds/kind-field';
import type { QuestionKind } from '../generated/operations';
import { anItem } from '../testing/an-item';
import { CODE_STATES, MODEL_STATES } from './code-states';
import type { Example } from '../testing/examples/example';
import { CHOICE, NUMERIC, ORDERING, PLOT, READING } from '../testing/examples/keyed-examples';
import { DESIGN, SCENARIO, TEXT } from '../testing/examples/marked-examples';
import type { State, States } from './state';

type FieldStateProps = { readonly item: Item; readonly first: Draft | null; readonly isOpen: boolean };

function FieldState({ item, first, isOpen }: FieldStateProps) {
  const [draft, setDraft] = useState(first);
  return (
    <KindField
      item={item}
      draft={draft}
      onEdit={setDraft}
      onLeave={() => undefined}
      isOpen={isOpen}
      settle={() => Promise.resolve(1)}
    />
  );
}

/** The states that every kind has: open, answered, closed, and each way of being explained. */
function statesOf({ content, draft, answer, explained }: Example): States {
  const response = { __typename: 'Response', revision: 1, savedAt: '2026-11-20T14:02:00.000Z', answer } as const;
  const state = (name: string, props: FieldStateProps): State => ({ name, show: () => <FieldState {...props} /> });
  return [
    state('Not answered', { item: anItem({ content }), first: null, isOpen: true }),
    state('Answered', { item: anItem({ content, response }), first: draft, isOpen: true }),
    state('Closed', { item: anItem({ content, response }), first: draft, isOpen: false }),
    ...explained.map(({ name, detail, pending = 0 }) =>
      state(name, { item: anItem({ content, response, detail, pending }), first: draft, isOpen: false }),
    ),
  ];
}

/** A kind of question that is missing here is an error of types. */
export const KIND_STATES: Readonly<Record<QuestionKind, States>> = {
  CHOICE: statesOf(CHOICE),
  NUMERIC: statesOf(NUMERIC),
  PLOT: statesOf(PLOT),
  ORDERING: statesOf(ORDERING),
  READING: statesOf(READING),
  TEXT: statesOf(TEXT),
  SCENARIO: statesOf(SCENARIO),
  DESIGN: statesOf(DESIGN),
  CODE: CODE_STATES,
  MODEL: MODEL_STATES,
};
