import type { AnswerInput } from '../generated/operations';
import { type Answer, type Draft, kindOfAnswer, kindOfDraft } from './kinds/drafts';

export type { Draft } from './kinds/drafts';

/** The newest answer on the server, in the shape of the API. */
export type SavedResponse = { readonly revision: number; readonly savedAt: string; readonly answer: Answer };

export const draftOf = ({ answer }: SavedResponse): Draft | null => kindOfAnswer(answer).draftOf(answer);

export const inputOf = (draft: Draft): AnswerInput => kindOfDraft(draft).inputOf(draft);

export function isSameDraft(a: Draft, b: Draft): boolean {
  return JSON.stringify(inputOf(a)) === JSON.stringify(inputOf(b));
}

export const isEmptyDraft = (draft: Draft): boolean => kindOfDraft(draft).isEmpty(draft);
