import type { Answer } from '@holdout/bank';
import { parseNumber } from '@holdout/bank';
import { scoreChoice, scoreNumeric } from '@holdout/scoring';
import type { WholeItem } from './item-parts';

export type ScoredItem = {
  readonly earned: number;
  readonly possible: number;
  readonly misconceptions: readonly string[];
  /** What was scored, for later statistics: ids and numbers, never text of a person. */
  readonly raw: object;
};

const NOTHING: ScoredItem = { earned: 0, possible: 1, misconceptions: [], raw: {} };

/** The score of an answer that was saved, by the key; nothing for an empty one. Code is scored by its submissions. */
export function scoreItem(item: WholeItem, answer: Answer | null): ScoredItem {
  if (item.kind === 'choice' && answer?.kind === 'choice') return scoreOptions(item, answer.picked);
  if (item.kind === 'numeric' && answer?.kind === 'numeric') return scoreNumber(item, answer.text);
  return NOTHING;
}

type Whole<K extends WholeItem['kind']> = Extract<WholeItem, { kind: K }>;

function scoreOptions({ candidate, secret }: Whole<'choice'>, picked: readonly string[]): ScoredItem {
  const keys = secret.options.filter((option) => option.key).map((option) => option.id);
  const misconceptions = secret.options
    .filter((option) => !option.key && picked.includes(option.id))
    .flatMap((option) => option.misconception ?? []);
  return { ...scoreChoice({ choose: candidate.choose, keys }, picked), misconceptions, raw: { picked } };
}

function scoreNumber({ candidate, variant }: Whole<'numeric'>, text: string): ScoredItem {
  const parsed = parseNumber(text, candidate.unit);
  if (!parsed.ok) return { ...NOTHING, raw: { value: null } };
  const { misconception, ...score } = scoreNumeric(variant, parsed.value);
  return { ...score, misconceptions: misconception === null ? [] : [misconception], raw: { value: parsed.value } };
}
