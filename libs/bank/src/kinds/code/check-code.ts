import type { BankIssue } from '../../bundle';
import { checkGenerator } from './check-generator';
import { checkLanguages } from './check-languages';
import { isReached } from '../model/metric-direction';
import { checkMetrics } from '../model/metric-parameters';
import type { CodeFile } from './code-file';
import type { ModelFile } from '../model/model-file';
import type { ReadFile } from '../../question-folder';
import { checkKnown } from '../../question-folder';

/** The issues of a code question. */
export function checkCode(question: CodeFile, read: ReadFile<unknown>): readonly BankIssue[] {
  return [...checkShared(question, read), ...checkLanguage(question, read), ...checkGroups(question, read)];
}

/** The issues of a model question. */
export function checkModel(question: ModelFile, read: ReadFile<unknown>): readonly BankIssue[] {
  const { pass, stretch, name } = question.metric;
  const lines = isReached(name, stretch, pass)
    ? []
    : [read.yaml.issueAt(['metric', 'stretch'], 'the stretch line is easier than the pass line; swap them')];
  const named = mutantsOf(question).flatMap(({ mutant, path }) =>
    mutant.fails.length === 0
      ? []
      : [read.yaml.issueAt([...path, 'fails'], 'a model question has no groups; remove "fails"')],
  );
  return [...checkShared(question, read), ...lines, ...checkMetrics(question, read), ...named];
}

function checkShared(question: CodeFile | ModelFile, read: ReadFile<unknown>): readonly BankIssue[] {
  const { yaml, context } = read;
  const datasets = question.datasets.map((id, index) => ({ path: ['datasets', index], id }));
  const beliefs = mutantsOf(question).map(({ mutant, path }) => ({
    path: [...path, 'misconception'],
    id: mutant.misconception,
  }));
  return [
    ...checkLanguages(question, read),
    ...checkGenerator(question, read),
    ...checkForbid(question, read),
    ...checkKnown(
      yaml,
      datasets,
      (id) => context.datasets.has(id),
      'datasets/ (a dataset with issues counts as not known)',
    ),
    ...checkKnown(yaml, beliefs, (id) => context.misconceptions.has(id), 'misconceptions.yaml'),
  ];
}

function checkForbid({ forbid, languages }: CodeFile | ModelFile, { yaml }: ReadFile<unknown>): readonly BankIssue[] {
  if (forbid === undefined) return [];
  const names = Object.keys(languages);
  if (names.includes('sql'))
    return [yaml.issueAt(['forbid'], 'a query has no arguments and no imports; remove "forbid"')];
  const isCopied = forbid.mutation === true && names.every((name) => name === 'r');
  return isCopied
    ? [yaml.issueAt(['forbid', 'mutation'], 'R copies arguments, so none can be changed; remove it')]
    : [];
}

function checkLanguage(question: CodeFile, { yaml }: ReadFile<unknown>): readonly BankIssue[] {
  const isSql = question.languages.sql !== undefined;
  if (isSql && Object.keys(question.languages).length > 1) {
    return [yaml.issueAt(['languages'], 'SQL cannot share its cases with another language; make two questions')];
  }
  const type = isSql ? 'rows' : 'value';
  const compared =
    question.compare.type === type ? [] : [yaml.issueAt(['compare', 'type'], `compare.type must be ${type} here`)];
  return [...checkSchema(question, isSql, yaml), ...compared];
}

function checkSchema({ cases }: CodeFile, isSql: boolean, yaml: ReadFile<unknown>['yaml']): readonly BankIssue[] {
  if (isSql === (cases.schema !== undefined)) return [];
  if (isSql) return [yaml.issueAt(['cases'], 'SQL needs cases.schema: the file that creates the tables')];
  return [yaml.issueAt(['cases', 'schema'], 'only SQL has a schema; remove it')];
}

function checkGroups(question: CodeFile, { yaml }: ReadFile<unknown>): readonly BankIssue[] {
  const names = Object.keys(question.groups);
  if (names.length === 0) return [yaml.issueAt(['groups'], 'name at least one group of cases')];
  const mutants = mutantsOf(question);
  const harmless = mutants
    .filter(({ mutant }) => mutant.fails.length === 0 || mutant.by === 'metric')
    .map(({ path }) =>
      yaml.issueAt(path, 'name the groups that detect this mutant in "fails"; "by" may not be metric'),
    );
  const refs = mutants.flatMap(({ mutant, path }) =>
    mutant.fails.map((id, index) => ({ path: [...path, 'fails', index], id })),
  );
  const idle = names
    .filter((name) => !mutants.some(({ mutant }) => mutant.fails.includes(name)))
    .map((name) =>
      yaml.issueAt(['groups', name], `no mutant fails in the group "${name}"; plant one or remove the group`),
    );
  return [...harmless, ...checkKnown(yaml, refs, (id) => names.includes(id), 'groups'), ...idle];
}

function mutantsOf(question: CodeFile | ModelFile) {
  return Object.entries(question.languages).flatMap(([language, { mutants }]) =>
    mutants.map((mutant, index) => ({ mutant, path: ['languages', language, 'mutants', index] })),
  );
}
