import type { Answer, ChoiceBundle } from '@holdout/bank';
import type { KindView } from '../kind-view';
import { optionsView, reasonsView } from '../shared/parts-view';

export const choiceView: KindView<ChoiceBundle, Extract<Answer, { kind: 'choice' }>> = {
  contentOf: ({ candidate: { choose, options }, draw }, { text }) => ({
    __typename: 'ChoiceContent',
    ...text,
    choose: choose === 'one' ? 'ONE' : 'MANY',
    options: optionsView(options, draw?.['options']),
  }),
  storedOf: ({ choice }) => (choice ? { stored: { format: 1, kind: 'choice', picked: choice.picked } } : null),
  answerView: (_item, { picked }) => ({ __typename: 'ChoiceAnswer', picked }),
  feedbackOf: ({ secret, draw }, { sentence }) => ({
    __typename: 'ChoiceFeedback',
    options: reasonsView(secret.options, draw?.['options'], sentence),
  }),
};
