import type { AnswerItem_ItemFragment } from '../../generated/operations';
import type { Draft } from './drafts';

export type Item = AnswerItem_ItemFragment;
type Content = Item['content'];
type Detail = NonNullable<NonNullable<Item['feedback']>['detail']>;
type Answer = NonNullable<Item['response']>['answer'];

export type ContentName = Content['__typename'];
export type ContentOf<T extends ContentName> = Extract<Content, { __typename: T }>;
export type DetailOf<T extends Detail['__typename']> = Extract<Detail, { __typename: T }>;

/** Props of each kind's field, which shows the answer and, after Check, the correct one. */
export type FieldProps = {
  readonly item: Item;
  /** Null for an item never answered. */
  readonly draft: Draft | null;
  readonly onEdit: (draft: Draft) => void;
  /** Saves without waiting. */
  readonly onLeave: () => void;
  /** False after Check, or when the attempt no longer accepts answers. */
  readonly isOpen: boolean;
  /** True where one of several versions is shown: not editable, and narrow. */
  readonly isVersion?: boolean;
  /** Saves; the number of the saved revision, or null if the server does not have everything. */
  readonly settle: () => Promise<number | null>;
};

/** Narrows the content to the type that the registry guarantees for this field. */
export function contentOf<T extends ContentName>({ content }: Item, name: T): ContentOf<T> {
  if (content.__typename !== name) throw new Error(`This is no ${name} but ${content.__typename}.`);
  return content as ContentOf<T>;
}

/** The explanation after Check; null before. */
export function detailOf<T extends Detail['__typename']>({ feedback }: Item, name: T): DetailOf<T> | null {
  const detail = feedback?.detail;
  return detail?.__typename === name ? (detail as DetailOf<T>) : null;
}

/** The answer stored on the server; null before the first. */
export function answerOf<T extends Answer['__typename']>(
  { response }: Item,
  name: T,
): Extract<Answer, { __typename: T }> | null {
  const answer = response?.answer;
  return answer?.__typename === name ? (answer as Extract<Answer, { __typename: T }>) : null;
}
