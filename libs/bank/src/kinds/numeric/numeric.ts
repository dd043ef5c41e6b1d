import { scoreNumeric } from '@holdout/scoring';
import { z } from 'zod';
import { LONGEST_NUMBER } from '../../answer-limits';
import type { BundleOf, SourceFile } from '../../bundle';
import { parseNumber } from '../../parse-number';
import { textOf } from '../../question-folder';
import { cleanText } from '../clean-text';
import { DEFAULTS } from '../defaults';
import type { Kind } from '../kind';
import { NumericFile } from './numeric-file';
import { rekeyNumeric } from './rekey-numeric';

export type NumericBundle = BundleOf<
  'numeric',
  { readonly unit: string; readonly writeAs: string | null },
  { readonly family: SourceFile }
>;

export const NumericAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('numeric'),
  /** As typed; `parseNumber` reads it. */
  text: cleanText(LONGEST_NUMBER),
});
export type NumericAnswer = z.infer<typeof NumericAnswer>;

/** A number, computed from parameters that are drawn for each item. */
export const numeric: Kind<NumericFile, NumericBundle, NumericAnswer> = {
  ...DEFAULTS,
  hasVariants: true,
  file: NumericFile,
  answer: NumericAnswer,
  rekeyed: (item, key) => {
    const rekeyed = rekeyNumeric(item.variant, key);
    return rekeyed && { ...item, ...rekeyed };
  },
  namedFiles: ({ family, oracle }) => [
    { file: family, path: ['family'] },
    ...(oracle === undefined ? [] : [{ file: oracle, path: ['oracle'] }]),
  ],
  partsOf({ yaml, folder }, { explanation, ...statement }) {
    const { unit, writeAs, family } = yaml.value;
    return {
      candidate: { ...statement, unit, writeAs: writeAs ?? null },
      secret: { explanation, family: { path: family, text: textOf(folder, family) } },
    };
  },
  plantedIn({ yaml, folder }) {
    const { oracle } = yaml.value;
    const source = oracle === undefined ? null : { path: oracle, text: textOf(folder, oracle) };
    return { alternatives: [], mutants: [], oracle: source };
  },
  unreadableIn: ({ candidate }, { text }) => (parseNumber(text, candidate.unit).ok ? null : 'notANumber'),
  isEmpty: ({ text }) => text.trim() === '',
  score({ candidate, variant }, { text }) {
    if (variant === null) throw new Error('A numeric item has a variant.');
    const parsed = parseNumber(text, candidate.unit);
    if (!parsed.ok) return { earned: 0, possible: 1, pending: 0, misconceptions: [], raw: { value: null } };
    const { misconception, ...score } = scoreNumeric(variant, parsed.value);
    const misconceptions = misconception === null ? [] : [misconception];
    return { ...score, pending: 0, misconceptions, raw: { value: parsed.value } };
  },
};
