import { scoreChoice } from '@holdout/scoring';
import { z } from 'zod';
import type { BundleOf } from '../../bundle';
import { textOf } from '../../question-folder';
import { distinct } from '../clean-text';
import { DEFAULTS } from '../defaults';
import type { Kind } from '../kind';
import { type ChoicePartSecret, type ChoicePartShown, secretChoicePart, shownChoicePart } from '../shared/choice-part';
import { type OwnPart, partAnswers, parted } from '../shared/parted';
import { checkReading, linesOf } from './check-reading';
import { type LinePart, ReadingFile } from './reading-file';
import { rekeyReading } from './rekey-reading';
import { withSecret } from '../shared/rekey';

export type LinePartShown = {
  readonly id: string;
  readonly type: 'line';
  readonly ask: string;
  readonly points: number;
  readonly pick: 'one' | 'all';
};

export type LinePartSecret = {
  readonly id: string;
  readonly type: 'line';
  readonly accept: readonly number[];
  readonly partial: readonly {
    readonly lines: readonly number[];
    readonly score: number;
    readonly why: string | null;
  }[];
  readonly wrong: readonly { readonly lines: readonly number[]; readonly misconception: string }[];
  readonly why: string;
};

export type ReadingBundle = BundleOf<
  'reading',
  {
    readonly language: ReadingFile['language'];
    readonly lines: readonly string[];
    readonly context: string | null;
    readonly parts: readonly (LinePartShown | ChoicePartShown)[];
  },
  { readonly parts: readonly (LinePartSecret | ChoicePartSecret)[] }
>;

const MOST_LINES = 100;

/** Numbers of lines, from 1. */
const LineAnswer = z.strictObject({ lines: distinct(z.number().int().positive(), MOST_LINES) });
type LineAnswer = z.infer<typeof LineAnswer>;

export const ReadingAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('reading'),
  parts: partAnswers(LineAnswer),
});
export type ReadingAnswer = z.infer<typeof ReadingAnswer>;

const linePart: OwnPart<ReadingBundle['candidate'], LinePartShown, LinePartSecret, LineAnswer> = {
  misfitOf: ({ pick }, { lines }, candidate) => {
    if (lines.some((line) => line > candidate.lines.length)) return 'unknownOption';
    return pick === 'one' && lines.length > 1 ? 'moreThanOne' : null;
  },
  unreadableIn: () => null,
  isEmpty: ({ lines }) => lines.length === 0,
  shareOf(_candidate, { shown, secret }, { lines }) {
    const misconceptions = secret.wrong
      .filter((mistake) => mistake.lines.some((line) => lines.includes(line)))
      .map(({ misconception }) => misconception);
    return { earned: earnedBy(shown, secret, lines), misconceptions, raw: { lines } };
  },
  misconceptionsOf: ({ wrong }) => wrong.map(({ misconception }) => misconception),
};

/** Marked lines and choices about code that is read and not run. */
export const reading: Kind<ReadingFile, ReadingBundle, ReadingAnswer> = {
  ...DEFAULTS,
  ...parted(linePart),
  file: ReadingFile,
  answer: ReadingAnswer,
  rekeyed: (item, key) => withSecret(item, rekeyReading<LinePartSecret>(item.candidate.lines.length)(item.secret, key)),
  namedFiles: ({ code: file }) => [{ file, path: ['code'] }],
  check: checkReading,
  partsOf({ yaml, folder }, { explanation, ...statement }) {
    const { language, code, context, parts } = yaml.value;
    const shown = parts.map((part) => (part.type === 'choice' ? shownChoicePart(part) : shownLines(part)));
    const secret = parts.map((part) => (part.type === 'choice' ? secretChoicePart(part) : secretLines(part)));
    const lines = linesOf(textOf(folder, code));
    return {
      candidate: { ...statement, language, lines, context: context ?? null, parts: shown },
      secret: { explanation, parts: secret },
    };
  },
};

function earnedBy({ pick }: LinePartShown, { accept, partial }: LinePartSecret, lines: readonly number[]): number {
  if (pick === 'all') return scoreChoice({ choose: 'many', keys: accept.map(String) }, lines.map(String)).earned;
  const [line] = lines;
  if (line === undefined) return 0;
  if (accept.includes(line)) return 1;
  return Math.max(0, ...partial.filter((part) => part.lines.includes(line)).map(({ score }) => score));
}

function shownLines({ id, type, ask, points, pick }: LinePart): LinePartShown {
  return { id, type, ask, points, pick };
}

function secretLines({ id, type, accept, partial, wrong, why }: LinePart): LinePartSecret {
  const shares = partial.map((each) => ({ lines: each.lines, score: each.score, why: each.why ?? null }));
  return { id, type, accept, partial: shares, wrong, why };
}
