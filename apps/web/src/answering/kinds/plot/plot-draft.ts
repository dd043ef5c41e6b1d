import type { DraftKind } from '../draft-kind';
import { type Choices, type ChoicesAnswer, choicesInput, choicesOf, isNothing } from '../shared/parts-draft';

export type PlotAnswer = ChoicesAnswer & {
  readonly __typename: 'PlotAnswer';
  readonly points: readonly {
    readonly part: string;
    readonly values: readonly { readonly field: string; readonly text: string }[];
  }[];
};
/** The typed or picked values, by field. */
export type Point = Readonly<Record<string, string>>;
export type PlotDraft = {
  readonly kind: 'plot';
  readonly points: Readonly<Record<string, Point>>;
  readonly choices: Choices;
};

const isBlank = (point: Point): boolean => Object.values(point).every((text) => text.trim() === '');

export const plotDraft: DraftKind<PlotAnswer, PlotDraft> = {
  draftOf: (answer) => ({
    kind: 'plot',
    points: Object.fromEntries(
      answer.points.map(({ part, values }) => [
        part,
        Object.fromEntries(values.map(({ field, text }) => [field, text])),
      ]),
    ),
    choices: choicesOf(answer),
  }),
  inputOf: ({ points, choices }) => ({
    plot: {
      points: Object.entries(points)
        .filter(([, point]) => !isBlank(point))
        .map(([part, point]) => ({ part, values: Object.entries(point).map(([field, text]) => ({ field, text })) })),
      choices: choicesInput(choices),
    },
  }),
  isEmpty: ({ points, choices }) => Object.values(points).every(isBlank) && isNothing(choices),
};
