import { z } from 'zod';
import { byId, cleanText } from '../clean-text';
import type { ChoicePartSecret } from '../shared/choice-part';
import { OptionsKey, rekeying, rekeyParts } from '../shared/rekey';
import type { Place } from './plot-file';

const MOST_PARTS = 8;
const MOST_VALUES = 100;

const PlaceKey = z.record(
  z
    .string()
    .regex(/^[A-Za-z_]\w*$/)
    .max(80),
  z.union([
    z
      .array(z.union([z.number(), cleanText(200)]))
      .min(1)
      .max(MOST_VALUES),
    z.strictObject({ from: z.number(), to: z.number() }).refine(({ from, to }) => from <= to),
  ]),
);
const PointKey = z.strictObject({ accept: PlaceKey });
type PointKey = z.infer<typeof PointKey>;

/** New keys by part; the others keep theirs. */
const PlotKey = z.strictObject({ parts: byId(z.union([OptionsKey, PointKey]), MOST_PARTS) });

type PlacePart = { readonly id: string; readonly type: 'point'; readonly accept: Place };

/** Another accepted place, or other correct options. */
export const rekeyPlot = <Own extends PlacePart>() =>
  rekeying(PlotKey, ({ parts }: { readonly parts: readonly (Own | ChoicePartSecret)[] }, key) => {
    const ownKey = (part: Own, { accept }: PointKey): Own | null =>
      namesSameFields(part.accept, accept) ? { ...part, accept } : null;
    const changed = rekeyParts(parts, key.parts, ownKey);
    return changed && { parts: changed };
  });

function namesSameFields(before: Place, after: Place): boolean {
  const fields = Object.keys(after);
  return fields.length > 0 && fields.every((field) => Object.hasOwn(before, field));
}
