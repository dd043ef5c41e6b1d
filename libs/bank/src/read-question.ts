import type { BankIssue, LoadedQuestion, Mutant } from './bundle';
import { bundleOf } from './bundle-of';
import { hashOf } from './canonical-json';
import { checkQuestion } from './check-question';
import { QuestionFile } from './question-file';
import type { BankContext, QuestionFolder, ReadFile } from './question-folder';
import { textOf } from './question-folder';
import { readQuestionText } from './read-question-text';
import { readYaml } from './read-yaml';

export type ReadQuestion = { readonly question: LoadedQuestion | null; readonly issues: readonly BankIssue[] };

/** Compiles one question folder, or says what is wrong with it; never both. */
export function readQuestion(folder: QuestionFolder, context: BankContext): ReadQuestion {
  const source = folder.files.get('question.yaml');
  const markdown = folder.files.get('question.md');
  if (source === undefined || markdown === undefined) {
    const absent = source === undefined ? 'question.yaml' : 'question.md';
    return { question: null, issues: [{ file: `${folder.path}/${absent}`, message: 'the file is missing; every question has one' }] };
  }
  const { file: yaml, issues } = readYaml(`${folder.path}/question.yaml`, source, QuestionFile);
  const { text, issues: textIssues } = readQuestionText(`${folder.path}/question.md`, markdown);
  if (yaml === null || text === null) return { question: null, issues: [...issues, ...textIssues] };
  const read = { folder, yaml, context };
  const found = checkQuestion(read);
  if (found.length > 0) return { question: null, issues: found };
  const bundle = bundleOf(read, text);
  return { question: { bundle, hash: hashOf(bundle, context.sha256), ...plantedIn(read) }, issues: [] };
}

/** The other right solutions and the wrong ones, which only the check of a bank runs. */
function plantedIn({ folder, yaml }: ReadFile): Pick<LoadedQuestion, 'alternatives' | 'mutants'> {
  const question = yaml.value;
  if (question.kind === 'choice' || question.kind === 'numeric') return { alternatives: [], mutants: [] };
  const sourceOf = (path: string) => ({ path, text: textOf(folder, path) });
  const { python, sql } = { sql: undefined, ...question.languages };
  const written = [
    ...(python === undefined ? [] : [{ language: 'python' as const, file: python }]),
    ...(sql === undefined ? [] : [{ language: 'sql' as const, file: sql }]),
  ];
  return {
    alternatives: written.flatMap(({ language, file }) =>
      file.alternatives.map((path) => ({ language, source: sourceOf(path) })),
    ),
    mutants: written.flatMap(({ language, file }) =>
      file.mutants.map(({ file: path, ...mutant }): Mutant => ({ ...mutant, language, source: sourceOf(path) })),
    ),
  };
}
