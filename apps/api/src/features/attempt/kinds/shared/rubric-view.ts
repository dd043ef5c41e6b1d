import type { RubricSecret } from '@holdout/bank';
import type { ItemScoreRow } from '@holdout/persistence';
import type { RedFlag, RubricCriterion, SampleAnswer } from '../../../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import type { Given } from '../kind-view';

type Sentence = Given<never>['sentence'];

/** The rubric with the levels given so far, and a strong sample answer. */
export function rubricView(
  { rubric, redFlags, samples }: RubricSecret,
  score: ItemScoreRow | null,
  sentence: Sentence,
): { rubric: RubricCriterion[]; redFlags: RedFlag[]; sample: SampleAnswer } {
  const given = (score?.raw as { levels?: Readonly<Record<string, number>> } | undefined)?.levels ?? {};
  return {
    rubric: rubric.map(({ id, title, weight, levels, ...rest }) => ({
      id,
      title,
      block: 'block' in rest && typeof rest.block === 'string' ? rest.block : null,
      weight,
      levels: levels.map(setFormulas),
      level: given[id] ?? null,
    })),
    redFlags: redFlags.map(({ text, misconception }) => ({
      text: setFormulas(text),
      misconception: sentence(misconception),
    })),
    sample: {
      text: setFormulas(samples.strong.text),
      levels: Object.entries(samples.strong.levels).map(([criterion, level]) => ({ criterion, level })),
    },
  };
}
