import { z } from 'zod';
import { LONGEST_NUMBER } from '../../answer-limits';
import type { BundleOf } from '../../bundle';
import { textOf } from '../../question-folder';
import { byKey, cleanText } from '../clean-text';
import { DEFAULTS } from '../defaults';
import type { Kind } from '../kind';
import { type ChoicePartSecret, type ChoicePartShown, secretChoicePart, shownChoicePart } from '../shared/choice-part';
import { type OwnPart, partAnswers, parted } from '../shared/parted';
import { checkPlot } from './check-plot';
import { isAt, isRow, readPoint } from './place';
import { type Place, PlotFile, type PointPart } from './plot-file';
import { type PlotColumn, type PlotSpec, type PlotTable, readPlot } from './read-plot';
import { rekeyPlot } from './rekey-plot';
import { withSecret } from '../shared/rekey';

export type PointPartShown = {
  readonly id: string;
  readonly type: 'point';
  readonly ask: string;
  readonly points: number;
  readonly pick: 'row' | 'anywhere';
  /** The fields that identify a point of this part. */
  readonly fields: readonly PlotColumn[];
};

export type PointPartSecret = {
  readonly id: string;
  readonly type: 'point';
  readonly accept: Place;
  readonly partial: readonly { readonly at: Place; readonly score: number; readonly why: string | null }[];
  readonly wrong: readonly { readonly at: Place; readonly misconception: string }[];
  readonly why: string;
};

export type PlotBundle = BundleOf<
  'plot',
  {
    /** The Vega-Lite specification with its data. */
    readonly spec: PlotSpec;
    readonly alt: string;
    readonly table: PlotTable;
    readonly parts: readonly (PointPartShown | ChoicePartShown)[];
  },
  { readonly parts: readonly (PointPartSecret | ChoicePartSecret)[] }
>;

const MOST_FIELDS = 8;

const Field = z
  .string()
  .regex(/^[A-Za-z_]\w*$/)
  .max(80);

/** By field, as typed. */
const PointAnswer = z.strictObject({ point: byKey(Field, cleanText(LONGEST_NUMBER), MOST_FIELDS) });
type PointAnswer = z.infer<typeof PointAnswer>;

export const PlotAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('plot'),
  parts: partAnswers(PointAnswer),
});
export type PlotAnswer = z.infer<typeof PlotAnswer>;

const pointPart: OwnPart<PlotBundle['candidate'], PointPartShown, PointPartSecret, PointAnswer> = {
  misfitOf: ({ fields }, { point }) =>
    Object.keys(point).every((name) => fields.some(({ field }) => field === name)) ? null : 'unknownOption',
  unreadableIn({ table }, { fields, pick }, { point }) {
    const read = readPoint(fields, point);
    if (Object.values(read).includes(null)) return 'notANumber';
    return pick === 'row' && !isRow(table, read) ? 'noSuchPoint' : null;
  },
  isEmpty: ({ point }) => Object.values(point).every((text) => text.trim() === ''),
  shareOf({ table }, { shown, secret }, { point }) {
    const read = readPoint(shown.fields, point);
    if (shown.pick === 'row' && !isRow(table, read)) return { earned: 0, misconceptions: [], raw: {} };
    if (isAt(secret.accept, read)) return { earned: 1, misconceptions: [], raw: { point: read } };
    const shares = secret.partial.filter(({ at }) => isAt(at, read)).map(({ score }) => score);
    const mistakes = secret.wrong.filter(({ at }) => isAt(at, read)).map(({ misconception }) => misconception);
    return { earned: Math.max(0, ...shares), misconceptions: mistakes, raw: { point: read } };
  },
  misconceptionsOf: ({ wrong }) => wrong.map(({ misconception }) => misconception),
};

/** Points on a chart, and choices about it. */
export const plot: Kind<PlotFile, PlotBundle, PlotAnswer> = {
  ...DEFAULTS,
  ...parted(pointPart),
  file: PlotFile,
  answer: PlotAnswer,
  rekeyed: (item, key) => withSecret(item, rekeyPlot<PointPartSecret>()(item.secret, key)),
  namedFiles: ({ plot: file }) => [{ file, path: ['plot'] }],
  check: checkPlot,
  partsOf({ yaml, folder }, { explanation, ...statement }) {
    const { plot: file, alt, parts } = yaml.value;
    const read = readPlot(file, textOf(folder, file));
    if (!read.ok) throw new Error(`${folder.path}/${file} was not checked.`);
    const { spec, table } = read;
    const shown = parts.map((part) => (part.type === 'choice' ? shownChoicePart(part) : shownPoint(part, table)));
    const secret = parts.map((part) => (part.type === 'choice' ? secretChoicePart(part) : secretPoint(part)));
    return { candidate: { ...statement, spec, alt, table, parts: shown }, secret: { explanation, parts: secret } };
  },
};

function shownPoint({ id, type, ask, points, pick, accept }: PointPart, { columns }: PlotTable): PointPartShown {
  return { id, type, ask, points, pick, fields: columns.filter(({ field }) => field in accept) };
}

function secretPoint({ id, type, accept, partial, wrong, why }: PointPart): PointPartSecret {
  const shares = partial.map((each) => ({ at: each.at, score: each.score, why: each.why ?? null }));
  return { id, type, accept, partial: shares, wrong, why };
}
