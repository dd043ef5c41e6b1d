import type { DraftKind } from '../draft-kind';
import { type Choices, type ChoicesAnswer, choicesInput, choicesOf, isNothing } from '../shared/parts-draft';

export type ReadingAnswer = ChoicesAnswer & {
  readonly __typename: 'ReadingAnswer';
  readonly lines: readonly { readonly part: string; readonly lines: readonly number[] }[];
};
export type ReadingDraft = {
  readonly kind: 'reading';
  /** The marked lines by part, counted from 1. */
  readonly lines: Readonly<Record<string, readonly number[]>>;
  readonly choices: Choices;
};

export const readingDraft: DraftKind<ReadingAnswer, ReadingDraft> = {
  draftOf: (answer) => ({
    kind: 'reading',
    lines: Object.fromEntries(answer.lines.map(({ part, lines }) => [part, lines])),
    choices: choicesOf(answer),
  }),
  inputOf: ({ lines, choices }) => ({
    reading: {
      lines: Object.entries(lines).map(([part, marked]) => ({ part, lines: [...marked] })),
      choices: choicesInput(choices),
    },
  }),
  isEmpty: ({ lines, choices }) => isNothing(lines) && isNothing(choices),
};
