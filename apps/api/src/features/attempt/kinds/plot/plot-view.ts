import { type Answer, isAt, type Place, type PlotBundle, readPoint } from '@holdout/bank';
import type { FieldRange, PlotColumn, PlotPart, PlotPartFeedback, PointAnswer } from '../../../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import type { Given, KindView } from '../kind-view';
import { byPart, choicePartFeedback, choicePartView, choicesView, earnedIn } from '../shared/parts-view';

type PlotAnswer = Extract<Answer, { kind: 'plot' }>;
type Shown = PlotBundle['candidate']['parts'][number];
type PointPart = Extract<Shown, { type: 'point' }>;
type PointSecret = Extract<PlotBundle['secret']['parts'][number], { type: 'point' }>;

export const plotView: KindView<PlotBundle, PlotAnswer> = {
  contentOf: ({ candidate: { spec, alt, table, parts }, draw }, { text }) => ({
    __typename: 'PlotContent',
    ...text,
    spec: JSON.stringify(spec),
    alt,
    table: {
      columns: table.columns.map(columnView),
      rows: table.rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))),
    },
    parts: parts.map((part): PlotPart => (part.type === 'choice' ? choicePartView(part, draw) : pointView(part))),
  }),
  storedOf({ plot }) {
    if (!plot) return null;
    const points = plot.points.map(({ part, values }) => {
      const point = Object.fromEntries(values.map(({ field, text }) => [field, text]));
      return [part, { point }] as const;
    });
    const parts = byPart(plot.choices, points);
    return parts === null ? { refused: 'WRONG_SHAPE' } : { stored: { format: 1, kind: 'plot', parts } };
  },
  answerView: ({ candidate }, { parts }) => ({
    __typename: 'PlotAnswer',
    points: candidate.parts.flatMap((part) => pointAnswer(part, parts[part.id])),
    choices: choicesView(parts),
  }),
  feedbackOf: ({ candidate, secret, draw }, given) => ({
    __typename: 'PlotFeedback',
    parts: secret.parts.flatMap((part): PlotPartFeedback[] => {
      const shown = candidate.parts.find(({ id }) => id === part.id);
      if (shown === undefined) return [];
      const earned = earnedIn(given.score, part.id);
      if (part.type === 'choice') return [choicePartFeedback(part, draw, { ...given, earned, points: shown.points })];
      return shown.type === 'point' ? [pointFeedback(shown, part, earned, given)] : [];
    }),
  }),
};

function columnView({ field, title, type }: PlotBundle['candidate']['table']['columns'][number]): PlotColumn {
  return { field, title, isNumber: type === 'number' };
}

function pointView({ id, ask, points, pick, fields }: PointPart): PlotPart {
  return {
    __typename: 'PointPart',
    id,
    ask: setFormulas(ask),
    points,
    pick: pick === 'row' ? 'ROW' : 'ANYWHERE',
    fields: fields.map(columnView),
  };
}

function pointAnswer(part: Shown, answer: PlotAnswer['parts'][string] | undefined): PointAnswer[] {
  if (part.type === 'choice' || answer === undefined || !('point' in answer)) return [];
  const read = readPoint(part.fields, answer.point);
  const values = Object.entries(answer.point).map(([field, text]) => {
    const value = read[field];
    return { field, text, readAs: typeof value === 'number' ? value : null };
  });
  return [{ part: part.id, values }];
}

function pointFeedback(
  { fields, points }: PointPart,
  secret: PointSecret,
  earned: number,
  { answer, sentence }: Given<PlotAnswer>,
): PlotPartFeedback {
  const given = answer?.parts[secret.id];
  const point = given !== undefined && 'point' in given ? readPoint(fields, given.point) : null;
  const mistake = point === null || earned > 0 ? undefined : secret.wrong.find(({ at }) => isAt(at, point));
  return {
    __typename: 'PointFeedback',
    part: secret.id,
    earned,
    possible: points,
    why: setFormulas(secret.why),
    accepted: placeView(secret.accept),
    partial: secret.partial.map(({ at, score, why }) => ({
      fields: placeView(at),
      share: score,
      why: why === null ? null : setFormulas(why),
    })),
    misconception: sentence(mistake?.misconception),
  };
}

function placeView(place: Place): FieldRange[] {
  return Object.entries(place).map(([field, wanted]) =>
    Array.isArray(wanted)
      ? { field, values: wanted.map(String), low: null, high: null }
      : { field, values: null, low: wanted.from, high: wanted.to },
  );
}
