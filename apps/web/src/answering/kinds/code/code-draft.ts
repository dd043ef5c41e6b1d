import type { Language } from '../../../generated/operations';
import type { DraftKind } from '../draft-kind';

export type CodeAnswer = {
  readonly __typename: 'CodeAnswer';
  readonly language: Language;
  readonly source: string;
};
export type CodeDraft = {
  readonly kind: 'code';
  readonly language: Language;
  readonly source: string;
  /** Code in the other languages of the question; stays on this device and is never sent. */
  readonly others?: Readonly<Partial<Record<Language, string>>>;
};

export const codeDraft: DraftKind<CodeAnswer, CodeDraft> = {
  draftOf: ({ language, source }) => ({ kind: 'code', language, source }),
  inputOf: ({ language, source }) => ({ code: { language, source } }),
  isEmpty: ({ source }) => source.trim() === '',
};
