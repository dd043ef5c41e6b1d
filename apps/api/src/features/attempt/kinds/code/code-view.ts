import { type Answer, type CodeBundle, isHigherBetter, type Language, LANGUAGES } from '@holdout/bank';
import type { LanguageShown, ModelBundle } from '@holdout/bank';
import { showPublicCases } from '@holdout/grading';
import type { CodeContent, MetricTarget } from '../../../../generated/resolvers';
import { languageOf, languageView, runtimeOf } from '../../../question-bank/languages';
import { tablesOf } from '../../public-tables';
import type { KindView, Shared } from '../kind-view';

type CodeAnswer = Extract<Answer, { kind: 'code' }>;
type Candidate = CodeBundle['candidate'] | ModelBundle['candidate'];

/** View of questions answered with a program, graded by cases or by a metric. */
const programView = {
  storedOf: ({ code }) => {
    if (!code) return null;
    return { stored: { format: 1, kind: 'code', language: languageOf(code.language), source: code.source } };
  },
  answerView: (_item, { language, source }) => ({
    __typename: 'CodeAnswer',
    language: languageView(language),
    source,
  }),
  feedbackOf: () => null,
} satisfies Omit<KindView<CodeBundle | ModelBundle, CodeAnswer>, 'contentOf'>;

export const codeView: KindView<CodeBundle, CodeAnswer> = {
  ...programView,
  contentOf: ({ candidate }, shared) => ({
    ...shared.text,
    ...codeParts(candidate, shared),
    groups: shared.policy.showsGroups ? [...candidate.groups] : [],
    metric: null,
  }),
};

export const modelView: KindView<ModelBundle, CodeAnswer> = {
  ...programView,
  contentOf: ({ candidate }, shared) => ({
    ...shared.text,
    ...codeParts(candidate, shared),
    groups: [],
    metric: metricOf(candidate),
  }),
};

function metricOf({ metric }: ModelBundle['candidate']): MetricTarget {
  return {
    name: metric.name,
    isHigherBetter: isHigherBetter(metric.name),
    pass: metric.pass,
    stretch: metric.stretch,
  };
}

function codeParts(
  candidate: Candidate,
  { publicData, policy }: Shared,
): Required<Pick<CodeContent, '__typename' | 'languages' | 'datasets' | 'schema' | 'tables' | 'publicCases'>> {
  const offered = policy.languagesOf(Object.keys(candidate.languages));
  return {
    __typename: 'CodeContent',
    languages: LANGUAGES.filter((language) => offered.includes(language)).flatMap((language) =>
      languageParts(language, candidate.languages[language]),
    ),
    datasets: candidate.datasets.map(({ origin, columns, ...dataset }) => ({
      ...dataset,
      isSimulated: origin === 'simulated',
      columns: [...columns],
    })),
    schema: candidate.schema ?? null,
    tables: tablesOf(publicData),
    publicCases: publicData === null ? [] : [...showPublicCases(candidate.languages, publicData)],
  };
}

function languageParts(language: Language, shown: LanguageShown | undefined): CodeContent['languages'] {
  if (shown === undefined) return [];
  const { entry, starter, cpuSeconds, memoryMb } = shown;
  return [
    { language: languageView(language), runtime: runtimeOf(language, shown), entry, starter, cpuSeconds, memoryMb },
  ];
}
