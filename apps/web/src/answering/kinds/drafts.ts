import { type ChoiceAnswer, type ChoiceDraft, choiceDraft } from './choice/choice-draft';
import { type CodeAnswer, type CodeDraft, codeDraft } from './code/code-draft';
import { type DesignAnswer, type DesignDraft, designDraft } from './design/design-draft';
import type { DraftKind } from './draft-kind';
import { type NumericAnswer, type NumericDraft, numericDraft } from './numeric/numeric-draft';
import { type OrderingAnswer, type OrderingDraft, orderingDraft } from './ordering/ordering-draft';
import { type PlotAnswer, type PlotDraft, plotDraft } from './plot/plot-draft';
import { type ReadingAnswer, type ReadingDraft, readingDraft } from './reading/reading-draft';
import { type ScenarioAnswer, type ScenarioDraft, scenarioDraft } from './scenario/scenario-draft';
import { type TextAnswer, type TextDraft, textDraft } from './text/text-draft';

type Kinds = {
  ChoiceAnswer: [ChoiceAnswer, ChoiceDraft];
  NumericAnswer: [NumericAnswer, NumericDraft];
  PlotAnswer: [PlotAnswer, PlotDraft];
  OrderingAnswer: [OrderingAnswer, OrderingDraft];
  ReadingAnswer: [ReadingAnswer, ReadingDraft];
  TextAnswer: [TextAnswer, TextDraft];
  ScenarioAnswer: [ScenarioAnswer, ScenarioDraft];
  DesignAnswer: [DesignAnswer, DesignDraft];
  CodeAnswer: [CodeAnswer, CodeDraft];
};

/** An answer as the API returns it. */
export type Answer = Kinds[keyof Kinds][0];
/** An answer as edited on the page, before it is checked. */
export type Draft = Kinds[keyof Kinds][1];

const DRAFTS: { readonly [T in keyof Kinds]: DraftKind<Kinds[T][0], Kinds[T][1]> } = {
  ChoiceAnswer: choiceDraft,
  NumericAnswer: numericDraft,
  PlotAnswer: plotDraft,
  OrderingAnswer: orderingDraft,
  ReadingAnswer: readingDraft,
  TextAnswer: textDraft,
  ScenarioAnswer: scenarioDraft,
  DesignAnswer: designDraft,
  CodeAnswer: codeDraft,
};

const TYPES: Readonly<Record<Draft['kind'], keyof Kinds>> = {
  choice: 'ChoiceAnswer',
  numeric: 'NumericAnswer',
  plot: 'PlotAnswer',
  ordering: 'OrderingAnswer',
  reading: 'ReadingAnswer',
  text: 'TextAnswer',
  scenario: 'ScenarioAnswer',
  design: 'DesignAnswer',
  code: 'CodeAnswer',
};

// The registry's type pairs each kind with its draft; TypeScript cannot follow a lookup by name, hence the cast.
const kindAt = (type: keyof Kinds) => DRAFTS[type] as unknown as DraftKind<Answer, Draft>;

/** How drafts of this answer's kind are stored and sent. */
export const kindOfAnswer = (answer: Answer): DraftKind<Answer, Draft> => kindAt(answer.__typename);

export const kindOfDraft = (draft: Draft): DraftKind<Answer, Draft> => kindAt(TYPES[draft.kind]);
