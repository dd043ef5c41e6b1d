import type { AnswerItem_ItemFragment } from '../../generated/operations';
import type { Draft } from './drafts';

export type Item = AnswerItem_ItemFragment;
type Content = Item['content'];
type Detail = NonNullable<NonNullable<Item['feedback']>['detail']>;
type Answer = NonNullable<Item['response']>['answer'];

export type ContentName = Content['__typename'];
export type ContentOf<T extends ContentName> = Extract<Content, { __typename: T }>;
export type DetailOf<T extends Detail['__typename']> = Extract<Detail, { __typename: T }>;

/** What each kind gets to show its answer, and afterwards what was right. */
export type FieldProps = {
  readonly item: Item;
  /** Null for an item never answered. */
  readonly draft: Draft | null;
  readonly onEdit: (draft: Draft) => void;
  /** Saves without waiting. */
  readonly onLeave: () => void;
  /** False once checked, or when the attempt takes no answers any more. */
  readonly isOpen: boolean;
  /** Saves, and says whether the server has all of it. */
  readonly settle: () => Promise<boolean>;
};

/** The content as the registry has promised it. */
export function contentOf<T extends ContentName>({ content }: Item, name: T): ContentOf<T> {
  if (content.__typename !== name) throw new Error(`This is no ${name} but ${content.__typename}.`);
  return content as ContentOf<T>;
}

/** What is explained once the item is checked; null before. */
export function detailOf<T extends Detail['__typename']>({ feedback }: Item, name: T): DetailOf<T> | null {
  const detail = feedback?.detail;
  return detail?.__typename === name ? (detail as DetailOf<T>) : null;
}

/** The answer that the server has; null before the first. */
export function answerOf<T extends Answer['__typename']>(
  { response }: Item,
  name: T,
): Extract<Answer, { __typename: T }> | null {
  const answer = response?.answer;
  return answer?.__typename === name ? (answer as Extract<Answer, { __typename: T }>) : null;
}
