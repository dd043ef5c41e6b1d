import { isMarkedWhole, scoreRubric } from '@holdout/scoring';
import type { BankIssue } from '../../bundle';
import { checkKnown, type QuestionFolder, type ReadFile, textOf } from '../../question-folder';
import type { Marked, NamedFile } from '../kind';
import { repeatedIn } from './check-options';
import type { Criterion, Sample, Samples } from './rubric-file';

export const SAMPLE_NAMES = ['strong', 'middling', 'weak'] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

export type SampleShown = { readonly text: string; readonly levels: Readonly<Record<string, number>> };
export type RedFlagShown = { readonly text: string; readonly misconception: string | null };

/** The secret of a question that people mark. */
export type RubricSecret<C extends Criterion = Criterion> = {
  readonly rubric: readonly C[];
  readonly redFlags: readonly RedFlagShown[];
  readonly samples: Readonly<Record<SampleName, SampleShown>>;
};

type RubricFile<C extends Criterion> = {
  readonly rubric: readonly C[];
  readonly redFlags: readonly { readonly text: string; readonly misconception?: string | undefined }[];
  readonly samples: Samples;
};

/** The files of the three sample answers. */
export function sampleFiles(samples: Samples): readonly NamedFile[] {
  return SAMPLE_NAMES.map((name) => ({ file: samples[name].file, path: ['samples', name, 'file'] }));
}

/** The issues of a rubric, of its samples' levels and of their order. */
export function checkRubric({ yaml, context }: ReadFile<RubricFile<Criterion>>): readonly BankIssue[] {
  const { rubric, redFlags, samples } = yaml.value;
  const twice = repeatedIn(rubric).map(({ id, index }) =>
    yaml.issueAt(['rubric', index, 'id'], `the criterion id "${id}" is used twice; use distinct ids`),
  );
  const refs = redFlags.flatMap(({ misconception: id }, index) =>
    id === undefined ? [] : [{ path: ['redFlags', index, 'misconception'], id }],
  );
  const beliefs = checkKnown(yaml, refs, (id) => context.misconceptions.has(id), 'misconceptions.yaml');
  const marked = markedOf(rubric);
  const unmarked = SAMPLE_NAMES.filter((name) => !isMarkedWhole(marked, samples[name].levels)).map((name) =>
    yaml.issueAt(['samples', name, 'levels'], `give each criterion one of its levels: ${namedLevels(marked)}`),
  );
  return [...twice, ...beliefs, ...unmarked, ...(unmarked.length > 0 ? [] : checkOrder(marked, yaml))];
}

const namedLevels = (marked: readonly Marked[]): string => marked.map(({ id, top }) => `${id} 0 to ${top}`).join(', ');

function checkOrder(marked: readonly Marked[], yaml: ReadFile<RubricFile<Criterion>>['yaml']): readonly BankIssue[] {
  const pointsOf = ({ levels }: Sample): number => scoreRubric(marked, levels).earned;
  const { strong, middling, weak } = yaml.value.samples;
  const [high, middle, low] = [pointsOf(strong), pointsOf(middling), pointsOf(weak)];
  if (high > middle && middle > low) return [];
  const scores = `strong ${high}, middling ${middle}, weak ${low}`;
  return [
    yaml.issueAt(
      ['samples'],
      `the scores must fall from strong to weak, but are ${scores}; correct the levels or the rubric`,
    ),
  ];
}

/** The criteria as marking needs them. */
export function markedOf(rubric: readonly Criterion[]): readonly Marked[] {
  return rubric.map(({ id, weight, levels }) => ({ id, weight, top: levels.length - 1 }));
}

/** The points that people can give. */
export function pointsOf(marked: readonly Marked[]): number {
  return scoreRubric(marked, {}).possible;
}

/** The rubric in the secret part, with the texts of its samples. */
export function rubricSecret<C extends Criterion>(file: RubricFile<C>, folder: QuestionFolder): RubricSecret<C> {
  const sampleOf = ({ file: path, levels }: Sample): SampleShown => ({ text: textOf(folder, path).trim(), levels });
  const { strong, middling, weak } = file.samples;
  return {
    rubric: file.rubric,
    redFlags: file.redFlags.map(({ text, misconception }) => ({ text, misconception: misconception ?? null })),
    samples: { strong: sampleOf(strong), middling: sampleOf(middling), weak: sampleOf(weak) },
  };
}

/** The misconceptions of the red flags. */
export function flaggedIn({ redFlags }: Pick<RubricSecret, 'redFlags'>): readonly string[] {
  return redFlags.flatMap(({ misconception }) => misconception ?? []);
}
