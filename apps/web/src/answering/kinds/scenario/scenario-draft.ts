import type { DraftKind } from '../draft-kind';

export type ScenarioAnswer = {
  readonly __typename: 'ScenarioAnswer';
  readonly texts: readonly { readonly part: string; readonly text: string }[];
};
/** The open part; earlier parts are fixed and stored on the server. */
export type ScenarioDraft = { readonly kind: 'scenario'; readonly part: string; readonly text: string };

export const scenarioDraft: DraftKind<ScenarioAnswer, ScenarioDraft> = {
  draftOf({ texts }) {
    const last = texts.at(-1);
    return last === undefined ? null : { kind: 'scenario', part: last.part, text: last.text };
  },
  inputOf: ({ part, text }) => ({ scenario: { part, text } }),
  isEmpty: ({ text }) => text.trim() === '',
};
