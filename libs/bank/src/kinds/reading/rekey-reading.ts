import { z } from 'zod';
import { byId, distinct } from '../clean-text';
import type { ChoicePartSecret } from '../shared/choice-part';
import { OptionsKey, rekeying, rekeyParts } from '../shared/rekey';

const MOST_PARTS = 8;
const MOST_LINES = 100;

const LinesKey = z.strictObject({
  lines: distinct(z.int().positive(), MOST_LINES).refine((lines) => lines.length > 0),
});
type LinesKey = z.infer<typeof LinesKey>;

/** New keys by part; the others keep theirs. */
const ReadingKey = z.strictObject({ parts: byId(z.union([OptionsKey, LinesKey]), MOST_PARTS) });

type LinesPart = { readonly id: string; readonly type: 'line'; readonly accept: readonly number[] };

/** Other accepted lines, or other correct options, of an item whose code has `lineCount` lines. */
export const rekeyReading = <Own extends LinesPart>(lineCount: number) =>
  rekeying(ReadingKey, ({ parts }: { readonly parts: readonly (Own | ChoicePartSecret)[] }, key) => {
    const ownKey = (part: Own, { lines }: LinesKey): Own | null =>
      lines.every((line) => line <= lineCount) ? { ...part, accept: lines } : null;
    const changed = rekeyParts(parts, key.parts, ownKey);
    return changed && { parts: changed };
  });
