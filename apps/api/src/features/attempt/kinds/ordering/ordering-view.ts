import { type Answer, isKept, type OrderingBundle } from '@holdout/bank';
import { setFormulas } from '@holdout/formulas';
import type { KindView } from '../kind-view';

export const orderingView: KindView<OrderingBundle, Extract<Answer, { kind: 'ordering' }>> = {
  contentOf({ candidate: { steps }, draw }, { text }) {
    const order = draw?.['steps'] ?? steps.map(({ id }) => id);
    const drawn = order.flatMap((id) => steps.find((step) => step.id === id) ?? []);
    return {
      __typename: 'OrderingContent',
      ...text,
      steps: drawn.map((step) => ({ id: step.id, text: setFormulas(step.text) })),
    };
  },
  storedOf: ({ ordering }) => (ordering ? { stored: { format: 1, kind: 'ordering', steps: ordering.steps } } : null),
  answerView: (_item, { steps }) => ({ __typename: 'OrderingAnswer', steps }),
  feedbackOf({ secret: { example, before, leaveOut } }, { answer, sentence }) {
    const given = answer?.steps ?? [];
    const isPutIn = (step: string): boolean => given.includes(step);
    return {
      __typename: 'OrderingFeedback',
      example,
      pairs: before.map(({ first, then, why, misconception }) => ({
        first,
        then,
        isKept: isKept([first, then], given),
        why: why === null ? null : setFormulas(why),
        misconception: isKept([then, first], given) ? sentence(misconception) : null,
      })),
      leftOut: leaveOut.map(({ id, why, misconception }) => ({
        step: id,
        isPutIn: isPutIn(id),
        why: setFormulas(why),
        misconception: isPutIn(id) ? sentence(misconception) : null,
      })),
    };
  },
};
