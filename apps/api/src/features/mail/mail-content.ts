import type { MailAttachment } from '@holdout/persistence';

/** A part of a message. Texts come from the catalogue (`apps/api/src/messages`), with the names of people isolated. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** A link of this site; in the plain text the label is followed by the address. */
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: string }[] }
  /** A code that a person types in elsewhere. */
  | { readonly kind: 'code'; readonly text: string };

export type MailContent = {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  readonly attachments?: readonly MailAttachment[];
};

/** A message as it leaves. */
export type RenderedMail = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
};
