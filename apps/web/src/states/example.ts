import type { ReactNode } from 'react';
import type { Draft } from '../answering/kinds/drafts';
import type { Item } from '../answering/kinds/field';
import type { Frozen } from '../testing/an-item';

export type Explained = {
  readonly name: string;
  readonly detail: Frozen<NonNullable<NonNullable<Item['feedback']>['detail']>>;
  /** Points that nobody has given yet. */
  readonly pending?: number;
};

/** One item of a kind, an answer to it, and how it is explained once it is checked. */
export type Example = {
  readonly content: Frozen<Item['content']>;
  readonly draft: Draft;
  readonly answer: Frozen<NonNullable<Item['response']>['answer']>;
  readonly explained: readonly [Explained, ...Explained[]];
};

/** One look of a component, under a name that says when it looks like that. */
export type State = { readonly name: string; readonly show: () => ReactNode };

/** A component without a state would be a heading with nothing below it. */
export type States = readonly [State, ...State[]];
