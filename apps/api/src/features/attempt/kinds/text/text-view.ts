import { type Answer, matchText, type TextBundle } from '@holdout/bank';
import type { TextMatch } from '../../../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import type { KindView } from '../kind-view';

const MATCHES: Readonly<Record<'accepted' | 'partial' | 'wrong', TextMatch>> = {
  accepted: 'ACCEPTED',
  partial: 'PARTIAL',
  wrong: 'WRONG',
};

export const textView: KindView<TextBundle, Extract<Answer, { kind: 'text' }>> = {
  contentOf: ({ candidate: { maxLength, ignore } }, { text }) => ({
    __typename: 'TextContent',
    ...text,
    maxLength,
    ignoresCase: ignore.case,
    ignoresPunctuation: ignore.punctuation,
  }),
  storedOf: ({ text }) => (text ? { stored: { format: 1, kind: 'text', text: text.text } } : null),
  answerView: (_item, { text }) => ({ __typename: 'TextAnswer', text }),
  feedbackOf(item, { answer, sentence }) {
    const match = matchText(item, answer?.text ?? '');
    return {
      __typename: 'TextFeedback',
      accepted: item.secret.accept.flatMap(([first]) => first ?? []),
      match: match === null ? null : MATCHES[match.kind],
      why: match !== null && 'why' in match ? setFormulas(match.why) : null,
      misconception: match?.kind === 'wrong' ? sentence(match.misconception) : null,
    };
  },
};
