import type { AnswerInput, Language } from '../generated/operations';

/** An answer as it stands on the page, before anyone has checked it. */
export type Draft =
  | { readonly kind: 'choice'; readonly picked: readonly string[] }
  | { readonly kind: 'numeric'; readonly text: string }
  | { readonly kind: 'code'; readonly language: Language; readonly source: string };

/** The newest answer that the server has, in the shape of the API. */
export type SavedResponse = {
  readonly revision: number;
  readonly savedAt: string;
  readonly answer:
    | { readonly __typename: 'ChoiceAnswer'; readonly picked: readonly string[] }
    | { readonly __typename: 'NumericAnswer'; readonly text: string }
    | { readonly __typename: 'CodeAnswer'; readonly language: Language; readonly source: string };
};

export function draftOf({ answer }: SavedResponse): Draft {
  switch (answer.__typename) {
    case 'ChoiceAnswer':
      return { kind: 'choice', picked: answer.picked };
    case 'NumericAnswer':
      return { kind: 'numeric', text: answer.text };
    case 'CodeAnswer':
      return { kind: 'code', language: answer.language, source: answer.source };
  }
}

export function inputOf(draft: Draft): AnswerInput {
  switch (draft.kind) {
    case 'choice':
      return { choice: { picked: [...draft.picked] } };
    case 'numeric':
      return { numeric: { text: draft.text } };
    case 'code':
      return { code: { language: draft.language, source: draft.source } };
  }
}

export function isSameDraft(a: Draft, b: Draft): boolean {
  return JSON.stringify(inputOf(a)) === JSON.stringify(inputOf(b));
}

export function isEmptyDraft(draft: Draft): boolean {
  switch (draft.kind) {
    case 'choice':
      return draft.picked.length === 0;
    case 'numeric':
      return draft.text.trim() === '';
    case 'code':
      return draft.source.trim() === '';
  }
}
