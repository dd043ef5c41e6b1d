import { type Answer, type DesignBundle, parseScene } from '@holdout/bank';
import { scoreNumeric } from '@holdout/scoring';
import type { DesignAnswerInput, DesignNumberFeedback } from '../../../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import type { Given, KindView, Stored } from '../kind-view';
import { rangeOf, readAs } from '../numeric/numeric-view';
import { once } from '../shared/parts-view';
import { rubricView } from '../shared/rubric-view';

type DesignAnswer = Extract<Answer, { kind: 'design' }>;

const EMPTY = { ok: true, scene: null } as const;

export const designView: KindView<DesignBundle, DesignAnswer> = {
  contentOf: ({ candidate: { blocks, numbers } }, { text }) => ({
    __typename: 'DesignContent',
    ...text,
    blocks: blocks.map((block) => ({ ...block, ask: setFormulas(block.ask) })),
    numbers: numbers.map((number) => ({ ...number, ask: setFormulas(number.ask) })),
  }),
  storedOf: ({ design }) => (design ? drawn(design) : null),
  answerView: ({ candidate }, { scene, blocks, numbers }) => ({
    __typename: 'DesignAnswer',
    scene: scene === null ? null : JSON.stringify({ type: 'excalidraw', version: 2, elements: scene.elements }),
    blocks: Object.entries(blocks).map(([part, text]) => ({ part, text })),
    numbers: candidate.numbers.flatMap(({ id, unit }) => {
      const text = numbers[id];
      return text === undefined ? [] : [{ id, text, readAs: readAs(text, unit) }];
    }),
  }),
  feedbackOf: ({ candidate, secret }, given) => ({
    __typename: 'DesignFeedback',
    numbers: candidate.numbers.flatMap((shown) => numberFeedback(shown, secret, given)),
    probes: secret.probes.map(setFormulas),
    ...rubricView(secret, given.score, given.sentence),
  }),
};

function drawn({ scene, blocks, numbers }: DesignAnswerInput): Stored {
  const parsed = typeof scene === 'string' ? parseScene(scene) : EMPTY;
  if (!parsed.ok) return { refused: parsed.misfit === 'tooLong' ? 'TOO_LONG' : 'NOT_PLAIN' };
  const texts = once(blocks.map(({ part, text }) => [part, text] as const));
  const values = once(numbers.map(({ id, text }) => [id, text] as const));
  if (texts === null || values === null) return { refused: 'WRONG_SHAPE' };
  return { stored: { format: 1, kind: 'design', scene: parsed.scene, blocks: texts, numbers: values } };
}

function numberFeedback(
  { id, unit, points }: DesignBundle['candidate']['numbers'][number],
  secret: DesignBundle['secret'],
  { answer, sentence }: Given<DesignAnswer>,
): DesignNumberFeedback[] {
  const key = secret.numbers.find((each) => each.id === id);
  if (key === undefined) return [];
  const text = answer?.numbers[id];
  const given = text === undefined ? null : readAs(text, unit);
  const scored = given === null ? null : scoreNumeric(key, given);
  return [
    {
      id,
      earned: points * (scored?.earned ?? 0),
      possible: points,
      ...rangeOf(key.answer),
      why: setFormulas(key.why),
      misconception: sentence(scored?.misconception),
    },
  ];
}
