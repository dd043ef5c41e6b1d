import type { AssessmentDraft, BankIndex, DraftCheck, QuestionFacts } from '@holdout/assessment';
import { createContext, use, useLayoutEffect } from 'react';
import type { DraftOnPage, DraftSaver } from './draft-saver';
import type { BankNames } from '../../platform/assessment/bank-names';
import type { DraftActs } from './use-draft-acts';

export type PaneName = 'search' | 'draft' | 'check';

/** What the parts of the builder share. */
export type Builder = {
  readonly assessmentId: string;
  readonly saver: DraftSaver;
  readonly view: DraftOnPage;
  readonly draft: AssessmentDraft;
  readonly bank: BankIndex;
  readonly names: BankNames;
  readonly check: DraftCheck;
  /** The questions that an entry may give to a candidate. */
  readonly optionsOf: (entryId: string) => readonly QuestionFacts[];
  readonly acts: DraftActs;
  readonly isReadOnly: boolean;
  /** The section that questions are added to; null for a new one. */
  readonly target: string | null;
  readonly setTarget: (sectionId: string | null) => void;
  /** The entry whose fields are shown. */
  readonly opened: string | null;
  readonly setOpened: (entryId: string | null) => void;
  /** Shows a question as a candidate sees it. */
  readonly preview: (questionId: string) => void;
  /** Focuses the first of these controls that exists, once the page shows it. */
  readonly want: (...controls: readonly string[]) => void;
  /** Focuses what is wanted, if it has arrived. */
  readonly settle: () => void;
  /** Shows the pane of these controls, and focuses the first that exists. */
  readonly goTo: (...controls: readonly string[]) => void;
};

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = use(BuilderContext);
  if (builder === null) throw new Error('useBuilder is called outside the builder.');
  return builder;
}

/** For a part of the page that is fetched on demand: what is wanted in it gets the focus when it is there. */
export function useArrived(): void {
  const { settle } = useBuilder();
  // Focus is outside React.
  useLayoutEffect(settle, [settle]);
}
