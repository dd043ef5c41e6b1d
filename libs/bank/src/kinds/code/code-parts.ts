import type { CodeCandidate, CodeSecret, LanguageShown } from './code-bundle';
import type { Mutant, Planted } from '../../bundle';
import { languageShown, languagesOf } from './language-files';
import type { CodeFile } from './code-file';
import type { Language } from '../../languages';
import type { ModelFile } from '../model/model-file';
import { type KnownDataset, type ReadFile, textOf } from '../../question-folder';
import type { NamedFile } from '../kind';

type Question = CodeFile | ModelFile;
type Read = ReadFile<Question>;

/** The files of a question's languages, in the order of the file. */
export function languageFiles({ languages }: Question): readonly NamedFile[] {
  return Object.entries(languages).flatMap(([language, { starter, solution, alternatives, mutants }]) => {
    const at = ['languages', language];
    return [
      { file: starter, path: [...at, 'starter'] },
      { file: solution, path: [...at, 'solution'] },
      ...alternatives.map((file, index) => ({ file, path: [...at, 'alternatives', index] })),
      ...mutants.map(({ file }, index) => ({ file, path: [...at, 'mutants', index, 'file'] })),
    ];
  });
}

/** The alternatives and the mutants. */
export function programsIn({ folder, yaml }: Read): Planted {
  const languages = languagesOf(yaml.value);
  const sourceOf = (path: string) => ({ path, text: textOf(folder, path) });
  return {
    oracle: null,
    alternatives: languages.flatMap(([language, file]) =>
      file.alternatives.map((path) => ({ language, source: sourceOf(path) })),
    ),
    waived: languages.flatMap(([language, file]) => file.waived.map((waiver) => ({ language, ...waiver }))),
    mutants: languages.flatMap(([language, file]) =>
      file.mutants.map(({ file: path, ...mutant }): Mutant => ({ ...mutant, language, source: sourceOf(path) })),
    ),
  };
}

/** The candidate's part of a question that is answered with a program: its datasets and languages. */
export function shownOf(question: Question, read: Read): CodeCandidate {
  const languages: Partial<Record<Language, LanguageShown>> = {};
  for (const [language, file] of languagesOf(question)) {
    languages[language] = languageShown(file, textOf(read.folder, file.starter));
  }
  const { forbid } = question;
  return {
    datasets: datasetsOf(question, read).map(({ shown }) => shown),
    languages,
    ...(forbid && { forbid: { mutation: forbid.mutation === true, imports: forbid.imports ?? [] } }),
  };
}

/** The secret part: the generator, its datasets and the reference solutions. */
export function secretOf(question: Question, read: Read, make: string): CodeSecret {
  const solutions: Partial<Record<Language, { path: string; text: string }>> = {};
  for (const [language, { solution }] of languagesOf(question)) {
    solutions[language] = { path: solution, text: textOf(read.folder, solution) };
  }
  const datasets = datasetsOf(question, read).map(({ shown, files, simulator }) => ({
    id: shown.id,
    files,
    ...(simulator === null ? {} : { simulator: simulator.text }),
  }));
  return { make: { path: make, text: textOf(read.folder, make) }, datasets, solutions };
}

function datasetsOf(question: Question, { context }: Read): readonly KnownDataset[] {
  return question.datasets.flatMap((id) => context.datasets.get(id) ?? []);
}
