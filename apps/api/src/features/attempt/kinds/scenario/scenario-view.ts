import { type Answer, PROMPT, type ScenarioBundle } from '@holdout/bank';
import { setFormulas } from '@holdout/formulas';
import type { KindView, SoFar, Stored } from '../kind-view';
import { rubricView } from '../shared/rubric-view';

type ScenarioAnswer = Extract<Answer, { kind: 'scenario' }>;

export const scenarioView: KindView<ScenarioBundle, ScenarioAnswer> = {
  contentOf: ({ candidate: { words, followUpCount }, revealed }, { text }) => ({
    __typename: 'ScenarioContent',
    ...text,
    words,
    followUps: revealed.map(({ id, ask, maxWords }) => ({ id, ask: setFormulas(ask), maxWords })),
    hasMore: revealed.length < followUpCount,
  }),
  storedOf: ({ scenario }, soFar) => (scenario ? written(scenario, soFar) : null),
  answerView: (_item, { texts }) => ({ __typename: 'ScenarioAnswer', texts }),
  feedbackOf: ({ secret }, { score, sentence }) => ({
    __typename: 'ScenarioFeedback',
    followUps: secret.followUps.map(({ id, ask, words }) => ({ id, ask: setFormulas(ask), maxWords: words.max })),
    ...rubricView(secret, score, sentence),
  }),
};

/** Replaces the text of the open part. Earlier parts were fixed when the next one was revealed. */
function written({ part, text }: { readonly part: string; readonly text: string }, soFar: SoFar): Stored {
  const asked = [PROMPT, ...soFar.revealed.map(({ id }) => id)];
  const place = asked.indexOf(part);
  if (place < 0) return { refused: 'UNKNOWN_PART' };
  if (place < asked.length - 1) return { refused: 'PART_FIXED' };
  const saved = soFar.saved?.kind === 'scenario' ? soFar.saved.texts : [];
  const fixed = asked
    .slice(0, -1)
    .map((id) => ({ part: id, text: saved.find((each) => each.part === id)?.text ?? '' }));
  return { stored: { format: 1, kind: 'scenario', texts: [...fixed, { part, text }] } };
}
