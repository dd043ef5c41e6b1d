/** What has come of one check. A check never keeps a person from starting. */
export type CheckState =
  | { readonly kind: 'works'; readonly text: string }
  | { readonly kind: 'attention'; readonly text: string }
  /** It goes on by itself, or waits for the person. */
  | { readonly kind: 'waiting'; readonly text: string }
  /** Nothing to check here, or nothing to check it with. */
  | { readonly kind: 'unchecked'; readonly text: string };
