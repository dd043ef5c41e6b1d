import type { Draft } from '../../answering/kinds/drafts';
import type { Item } from '../../answering/kinds/field';
import type { Frozen } from '../an-item';

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
