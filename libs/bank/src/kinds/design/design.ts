import { scoreNumeric, totalOf } from '@holdout/scoring';
import { z } from 'zod';
import { LONGEST_NUMBER } from '../../answer-limits';
import type { BundleOf } from '../../bundle';
import { parseNumber } from '../../parse-number';
import { byId, cleanText, wordCount } from '../clean-text';
import { DEFAULTS } from '../defaults';
import type { Kind } from '../kind';
import { flaggedIn, markedOf, pointsOf, type RubricSecret, rubricSecret, sampleFiles } from '../shared/rubric';
import type { BlockCriterion } from '../shared/rubric-file';
import { checkDesign } from './check-design';
import { DesignFile } from './design-file';
import { Scene } from './scene';

export type NumberShown = {
  readonly id: string;
  readonly block: string;
  readonly ask: string;
  readonly unit: string;
  readonly points: number;
};

export type NumberSecret = {
  readonly id: string;
  readonly answer: { readonly value: number; readonly absTol: number; readonly relTol: number };
  readonly wrong: readonly { readonly value: number; readonly misconception: string }[];
  readonly why: string;
};

export type DesignBundle = BundleOf<
  'design',
  {
    readonly blocks: readonly {
      readonly id: string;
      readonly title: string;
      readonly ask: string;
      readonly words: { readonly min: number; readonly max: number };
    }[];
    readonly numbers: readonly NumberShown[];
  },
  RubricSecret<BlockCriterion> & { readonly numbers: readonly NumberSecret[]; readonly probes: readonly string[] }
>;

const MOST_CHARACTERS = 20_000;

export const DesignAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('design'),
  /** Null if nothing was drawn. */
  scene: Scene.nullable(),
  blocks: byId(cleanText(MOST_CHARACTERS), 16),
  /** As typed. */
  numbers: byId(cleanText(LONGEST_NUMBER), 8),
});
export type DesignAnswer = z.infer<typeof DesignAnswer>;

/** A system design with a canvas, text blocks and numbers. Numbers are checked at once, people mark the rest. */
export const design: Kind<DesignFile, DesignBundle, DesignAnswer> = {
  ...DEFAULTS,
  scoredBy: 'people',
  file: DesignFile,
  answer: DesignAnswer,
  namedFiles: ({ samples }) => sampleFiles(samples),
  check: checkDesign,
  partsOf({ yaml, folder }, { explanation, ...statement }) {
    const { blocks, numbers, probes } = yaml.value;
    const shown = numbers.map(({ id, block, ask, unit, points }) => ({ id, block, ask, unit, points }));
    return {
      candidate: { ...statement, blocks, numbers: shown },
      secret: { explanation, numbers: numbers.map(secretNumber), probes, ...rubricSecret(yaml.value, folder) },
    };
  },
  misfitOf({ candidate }, { blocks, numbers }) {
    const isNumber = (id: string): boolean => candidate.numbers.some((each) => each.id === id);
    const isBlock = (id: string): boolean => candidate.blocks.some((each) => each.id === id);
    return Object.keys(numbers).every(isNumber) && Object.keys(blocks).every(isBlock) ? null : 'unknownPart';
  },
  unreadableIn({ candidate }, { blocks, numbers }) {
    if (candidate.blocks.some(({ id, words }) => wordCount(blocks[id] ?? '') > words.max)) return 'tooLong';
    return candidate.numbers.some(({ id, unit }) => isUnreadable(numbers[id] ?? '', unit)) ? 'notANumber' : null;
  },
  isEmpty: ({ scene, blocks, numbers }) =>
    (scene?.elements.length ?? 0) === 0 &&
    [...Object.values(blocks), ...Object.values(numbers)].every((text) => text.trim() === ''),
  score({ candidate, secret }, { blocks, numbers }) {
    const scored = candidate.numbers.map((shown) => scoreNumber(shown, secret, numbers[shown.id] ?? ''));
    const { earned, possible } = totalOf(scored);
    const pending = pointsOf(markedOf(secret.rubric));
    const misconceptions = [...new Set(scored.flatMap((each) => each.misconceptions))];
    const values = Object.fromEntries(scored.map(({ id, value }) => [id, value]));
    const words = Object.fromEntries(Object.entries(blocks).map(([id, text]) => [id, wordCount(text)]));
    return { earned, possible: possible + pending, pending, misconceptions, raw: { numbers: values, words } };
  },
  possible: ({ candidate, secret }) =>
    pointsOf(markedOf(secret.rubric)) + candidate.numbers.reduce((sum, { points }) => sum + points, 0),
  misconceptionsOf: (secret) => [
    ...flaggedIn(secret),
    ...secret.numbers.flatMap(({ wrong }) => wrong.map(({ misconception }) => misconception)),
  ],
  rubricOf: ({ rubric }) => markedOf(rubric),
};

function secretNumber({ id, answer, absTol, relTol, wrong, why }: DesignFile['numbers'][number]): NumberSecret {
  return { id, answer: { value: answer, absTol, relTol }, wrong, why };
}

function isUnreadable(text: string, unit: string): boolean {
  return text.trim() !== '' && !parseNumber(text, unit).ok;
}

function scoreNumber({ id, unit, points }: NumberShown, secret: DesignBundle['secret'], text: string) {
  const key = secret.numbers.find((each) => each.id === id);
  if (key === undefined) throw new Error(`Number ${id} has no key.`);
  const parsed = parseNumber(text, unit);
  const nothing = { id, earned: 0, possible: points, misconceptions: [], value: null };
  if (!parsed.ok) return nothing;
  const { earned, misconception } = scoreNumeric(key, parsed.value);
  const misconceptions = misconception === null ? [] : [misconception];
  return { ...nothing, earned: earned * points, misconceptions, value: parsed.value };
}
