import { z } from 'zod';
import { FilePath, head, Slug } from '../../question-head';
import { ChoicePart, partHead, Share } from '../shared/part-file';

const FieldName = z.string().regex(/^[A-Za-z_]\w*$/, 'name a field of the data, for example depth');
const Cell = z.union([z.number(), z.string()]);

/**
 * A place on the chart: for every field of the part the accepted values, or for numbers an inclusive range,
 * for example `{depth: [2, 3]}` or `{threshold: {from: 0.2, to: 0.3}}`.
 */
const Place = z.record(
  FieldName,
  z.union([z.array(Cell).min(1), z.strictObject({ from: z.number(), to: z.number() })]),
);

/** A part that is answered by picking a point. */
const PointPart = z.strictObject({
  ...partHead,
  type: z.literal('point'),
  /** `row`: the row of the data nearest to the click. `anywhere`: any position; its fields must be numbers. */
  pick: z.enum(['row', 'anywhere']).default('row'),
  accept: Place,
  partial: z.array(z.strictObject({ at: Place, score: Share, why: z.string().optional() })).default([]),
  wrong: z.array(z.strictObject({ at: Place, misconception: Slug })).default([]),
  why: z.string().min(1),
});

export const PlotFile = z.strictObject({
  ...head,
  kind: z.literal('plot'),
  /**
   * A Vega-Lite unit or layered view as JSON. The data is inline in `data.values`, one flat object per row; no URL,
   * no transform, no expression.
   */
  plot: FilePath.default('plot.json'),
  /** A text alternative for the chart: axes, marks and the values that matter. */
  alt: z.string().min(20, 'describe the chart in words, so that the question can be answered without seeing it'),
  parts: z
    .array(z.discriminatedUnion('type', [PointPart, ChoicePart]))
    .min(1)
    .max(8),
});
export type PlotFile = z.infer<typeof PlotFile>;
export type PointPart = z.infer<typeof PointPart>;
export type Place = z.infer<typeof Place>;
