import { fillTemplate, isHigherBetter } from '@holdout/bank';
import type { CodeBundle, ModelBundle } from '@holdout/bank';
import { type MaterializedData, showPublicCases } from '@holdout/grading';
import type { ItemRow } from '@holdout/persistence';
import type { CodeContent, ItemContent, MetricTarget } from '../../generated/resolvers';
import { setFormulas } from './formulas';
import { shownItem } from './item-parts';
import { tablesOf } from './public-tables';

/** What the candidate sees of an item. Hints are left out of an open quiz. */
export function contentOf(item: ItemRow, withHints: boolean, publicData: MaterializedData | null): ItemContent {
  const part = shownItem(item);
  const filled = (markdown: string): string => setFormulas(fillTemplate(markdown, item.shown ?? {}));
  const text = {
    statement: filled(part.candidate.statement),
    hints: withHints ? part.candidate.hints.map(filled) : [],
  };
  switch (part.kind) {
    case 'choice': {
      const { choose, options } = part.candidate;
      const order = item.optionOrder ?? options.map((option) => option.id);
      return {
        __typename: 'ChoiceContent',
        ...text,
        choose: choose === 'one' ? 'ONE' : 'MANY',
        options: order
          .flatMap((id) => options.find((option) => option.id === id) ?? [])
          .map(({ id, text: label }) => ({ id, text: setFormulas(label) })),
      };
    }
    case 'numeric':
      return { __typename: 'NumericContent', ...text, unit: part.candidate.unit, writeAs: part.candidate.writeAs };
    case 'code':
      return { ...text, ...codeParts(part.candidate, publicData), groups: [...part.candidate.groups], metric: null };
    case 'model':
      return { ...text, ...codeParts(part.candidate, publicData), groups: [], metric: metricOf(part.candidate) };
  }
}

function metricOf({ metric }: ModelBundle['candidate']): MetricTarget {
  return {
    name: metric.name,
    isHigherBetter: isHigherBetter(metric.name),
    pass: metric.pass,
    stretch: metric.stretch,
  };
}

function codeParts(
  candidate: CodeBundle['candidate'] | ModelBundle['candidate'],
  publicData: MaterializedData | null,
): Required<Pick<CodeContent, '__typename' | 'languages' | 'datasets' | 'schema' | 'tables' | 'publicCases'>> {
  return {
    __typename: 'CodeContent',
    languages: Object.entries(candidate.languages).map(([language, shown]) => ({
      language: language === 'sql' ? 'SQL' : 'PYTHON',
      ...shown,
    })),
    datasets: candidate.datasets.map(({ origin, columns, ...dataset }) => ({
      ...dataset,
      isSimulated: origin === 'simulated',
      columns: [...columns],
    })),
    schema: candidate.schema ?? null,
    tables: tablesOf(publicData),
    publicCases: publicData === null ? [] : [...showPublicCases(entryOf(candidate), publicData)],
  };
}

function entryOf({ languages }: CodeBundle['candidate'] | ModelBundle['candidate']): string | null {
  return Object.values(languages)[0]?.entry ?? null;
}
