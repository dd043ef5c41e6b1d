import type { Answer, ReadingBundle } from '@holdout/bank';
import type { LineAnswer, ReadingPart, ReadingPartFeedback } from '../../../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import type { Given, KindView } from '../kind-view';
import { byPart, choicePartFeedback, choicePartView, choicesView, earnedIn } from '../shared/parts-view';

type ReadingAnswer = Extract<Answer, { kind: 'reading' }>;
type Shown = ReadingBundle['candidate']['parts'][number];
type LineSecret = Extract<ReadingBundle['secret']['parts'][number], { type: 'line' }>;

export const readingView: KindView<ReadingBundle, ReadingAnswer> = {
  contentOf: ({ candidate: { language, lines, context, parts }, draw }, { text }) => ({
    __typename: 'ReadingContent',
    ...text,
    language,
    lines,
    context: context === null ? null : setFormulas(context),
    parts: parts.map((part) => partView(part, draw)),
  }),
  storedOf({ reading }) {
    if (!reading) return null;
    const lines = reading.lines.map(({ part, lines: marked }) => [part, { lines: marked }] as const);
    const parts = byPart(reading.choices, lines);
    return parts === null ? { refused: 'WRONG_SHAPE' } : { stored: { format: 1, kind: 'reading', parts } };
  },
  answerView: (_item, { parts }) => ({
    __typename: 'ReadingAnswer',
    lines: Object.entries(parts).flatMap(([part, answer]): LineAnswer[] =>
      'lines' in answer ? [{ part, lines: answer.lines }] : [],
    ),
    choices: choicesView(parts),
  }),
  feedbackOf: ({ candidate, secret, draw }, given) => ({
    __typename: 'ReadingFeedback',
    parts: secret.parts.map((part): ReadingPartFeedback => {
      const points = candidate.parts.find(({ id }) => id === part.id)?.points ?? 1;
      const earned = earnedIn(given.score, part.id);
      if (part.type === 'choice') return choicePartFeedback(part, draw, { ...given, earned, points });
      return lineFeedback(part, { earned, points }, given);
    }),
  }),
};

function partView(part: Shown, draw: Parameters<typeof choicePartView>[1]): ReadingPart {
  if (part.type === 'choice') return choicePartView(part, draw);
  const { id, ask, points, pick } = part;
  return { __typename: 'LinePart', id, ask: setFormulas(ask), points, mark: pick === 'one' ? 'ONE' : 'ALL' };
}

function lineFeedback(
  { id, accept, partial, wrong, why }: LineSecret,
  { earned, points }: { readonly earned: number; readonly points: number },
  { answer, sentence }: Given<ReadingAnswer>,
): ReadingPartFeedback {
  const given = answer?.parts[id];
  const marked = given !== undefined && 'lines' in given ? given.lines : [];
  const mistakes = wrong.filter(({ lines }) => lines.some((line) => marked.includes(line)));
  return {
    __typename: 'LineFeedback',
    part: id,
    earned,
    possible: points,
    why: setFormulas(why),
    acceptedLines: accept,
    partial: partial.map(({ lines, score, why: reason }) => ({
      lines,
      share: score,
      why: reason === null ? null : setFormulas(reason),
    })),
    misconceptions: mistakes.flatMap(({ misconception }) => sentence(misconception) ?? []),
  };
}
