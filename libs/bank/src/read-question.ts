import type { BankIssue } from './bundle';
import { hashOf } from './canonical-json';
import { checkQuestion } from './check-question';
import { checkTextFile } from './check-text-file';
import { kindOf, type QuestionBundle, QuestionFile } from './kinds/registry';
import type { LoadedQuestion } from './loaded-bank';
import type { BankContext, QuestionFolder, ReadFile } from './question-folder';
import { type QuestionText, readQuestionText } from './read-question-text';
import { readYaml } from './read-yaml';

export type ReadQuestion = { readonly question: LoadedQuestion | null; readonly issues: readonly BankIssue[] };

/** Compiles one question folder. A question that is read has no issues but warnings. */
export function readQuestion(folder: QuestionFolder, context: BankContext): ReadQuestion {
  const source = folder.files.get('question.yaml');
  const markdown = folder.files.get('question.md');
  if (source === undefined || markdown === undefined) {
    const absent = source === undefined ? 'question.yaml' : 'question.md';
    return {
      question: null,
      issues: [{ file: `${folder.path}/${absent}`, message: 'the file is missing; every question has one' }],
    };
  }
  const unfit = [...folder.files].flatMap(([path, text]) => checkTextFile(`${folder.path}/${path}`, text));
  if (unfit.length > 0) return { question: null, issues: unfit };
  const { file: yaml, issues } = readYaml(`${folder.path}/question.yaml`, source, QuestionFile);
  const { text, issues: textIssues } = readQuestionText(`${folder.path}/question.md`, markdown);
  if (yaml === null || text === null) return { question: null, issues: [...issues, ...textIssues] };
  const read = { folder, yaml, context };
  const found = checkQuestion(read);
  if (found.length > 0) return { question: null, issues: [...issues, ...found] };
  const bundle = bundleOf(read, text);
  return {
    question: { bundle, hash: hashOf(bundle, context.sha256), ...kindOf(bundle.kind).plantedIn(read) },
    issues,
  };
}

/** The bundle of a question without issues. */
function bundleOf(read: ReadFile<QuestionFile>, text: QuestionText): QuestionBundle {
  const { folder, context, yaml } = read;
  const { kind, title, subtitle, level, minutes, licence, sources } = yaml.value;
  const skills = [...new Set(yaml.value.skills.map((id) => context.skillIds.get(id) ?? id))];
  const head = {
    format: 1,
    id: `${context.bankId}/${folder.name}`,
    kind,
    title,
    ...(subtitle !== undefined && { subtitle }),
    skills,
    level,
    minutes,
    licence,
    sources,
  };
  // The parts are those of the kind that the head names.
  return { ...head, ...kindOf(kind).partsOf(read, text) } as QuestionBundle;
}
