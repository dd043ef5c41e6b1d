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
  /** What stands in the other languages of the question; kept on this device, never sent along. */
  readonly others?: Readonly<Partial<Record<Language, string>>>;
};

export const codeDraft: DraftKind<CodeAnswer, CodeDraft> = {
  draftOf: ({ language, source }) => ({ kind: 'code', language, source }),
  inputOf: ({ language, source }) => ({ code: { language, source } }),
  isEmpty: ({ source }) => source.trim() === '',
};
