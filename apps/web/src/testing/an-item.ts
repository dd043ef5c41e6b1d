import type { Item } from '../answering/kinds/field';

/** Also takes what is written `as const`. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Some = {
  readonly content: Frozen<Item['content']>;
  readonly response?: Frozen<Item['response']>;
  readonly detail?: Frozen<NonNullable<Item['feedback']>['detail']>;
  readonly pending?: number;
};

/** For tests: an item as its field receives it; with `detail`, a checked one. */
export function anItem({ content, detail, pending = 0, response = null }: Some): Item {
  const feedback =
    detail === undefined
      ? null
      : ({
          __typename: 'ItemFeedback',
          earned: 0,
          possible: 1,
          pending,
          markedBy: pending > 0 ? null : 'KEY',
          explanation: '',
          sources: [],
          detail,
        } as const);
  return { __typename: 'AttemptItem', id: 'i', content, response, feedback } as Item;
}
