import type { BankIssue } from '../../bundle';
import { FILE_ENDINGS, languagesOf } from './language-files';
import type { LanguageFile } from './language-files';
import type { CodeFile } from './code-file';
import type { Language } from '../../languages';
import type { ModelFile } from '../model/model-file';
import type { ReadFile } from '../../question-folder';

type Yaml = ReadFile<unknown>['yaml'];

/** The issues of each language of a question. */
export function checkLanguages(question: CodeFile | ModelFile, { yaml }: ReadFile<unknown>): readonly BankIssue[] {
  const languages = languagesOf(question);
  if (languages.length === 0) return [yaml.issueAt(['languages'], 'name at least one language')];
  return languages.flatMap(([language, file]) => [
    ...checkEntry(language, file, yaml),
    ...checkFields(language, file, yaml),
    ...checkEndings(language, file, yaml),
  ]);
}

function checkEntry(language: Language, { entry }: LanguageFile, yaml: Yaml): readonly BankIssue[] {
  const path = ['languages', language, 'entry'];
  if (language === 'sql') return entry === undefined ? [] : [yaml.issueAt(path, 'SQL has no entry; remove it')];
  return entry === undefined ? [yaml.issueAt(path, `${language} needs an entry: the function that is called`)] : [];
}

const BELONGS_TO = { packages: 'python', dialect: 'sql', mayWrite: 'sql' } as const;

function checkFields(language: Language, file: LanguageFile, yaml: Yaml): readonly BankIssue[] {
  const fields = ['packages', 'dialect', 'mayWrite'] as const;
  return fields
    .filter((field) => file[field] !== undefined && BELONGS_TO[field] !== language)
    .map((field) =>
      yaml.issueAt(['languages', language, field], `only ${BELONGS_TO[field]} has "${field}"; remove it`),
    );
}

function checkEndings(language: Language, file: LanguageFile, yaml: Yaml): readonly BankIssue[] {
  const at = ['languages', language];
  const endings = FILE_ENDINGS[language];
  const files = [
    { name: file.starter, path: [...at, 'starter'] },
    { name: file.solution, path: [...at, 'solution'] },
    ...file.alternatives.map((name, index) => ({ name, path: [...at, 'alternatives', index] })),
    ...file.mutants.map(({ file: name }, index) => ({ name, path: [...at, 'mutants', index, 'file'] })),
  ];
  return files
    .filter(({ name }) => !endings.some((ending) => name.endsWith(ending)))
    .map(({ name, path }) =>
      yaml.issueAt(path, `a file of ${language} ends in ${endings.join(' or ')}; rename ${name}`),
    );
}
