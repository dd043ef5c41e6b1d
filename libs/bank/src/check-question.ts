import type { BankIssue } from './bundle';
import { kindOf, type QuestionFile } from './kinds/registry';
import { Slug } from './question-head';
import type { ReadFile } from './question-folder';
import { checkKnown } from './question-folder';

/** The issues of a question whose file is valid by its schema. */
export function checkQuestion(read: ReadFile<QuestionFile>): readonly BankIssue[] {
  return [...checkName(read), ...checkSkills(read), ...checkFiles(read), ...kindOf(read.yaml.value.kind).check(read)];
}

function checkName({ folder, yaml }: ReadFile<QuestionFile>): readonly BankIssue[] {
  const { kind } = yaml.value;
  if (!folder.name.startsWith(`${kind}.`))
    return [yaml.issueAt(['kind'], `the kind is ${kind}, so the folder must be named "${kind}.<slug>"`)];
  if (Slug.safeParse(folder.name.slice(kind.length + 1)).success) return [];
  const message = `rename the folder: its name is the question's id, "${kind}." and a slug in lower case with hyphens`;
  return [{ file: folder.path, message }];
}

function checkSkills({ yaml, context }: ReadFile<QuestionFile>): readonly BankIssue[] {
  const refs = yaml.value.skills.map((id, index) => ({ path: ['skills', index], id }));
  return checkKnown(yaml, refs, (id) => context.skillIds.has(id), 'taxonomy.yaml');
}

function checkFiles({ folder, yaml }: ReadFile<QuestionFile>): readonly BankIssue[] {
  const named = kindOf(yaml.value.kind).namedFiles(yaml.value);
  const missing = named
    .filter(({ file }) => !folder.files.has(file))
    .map(({ file, path }) =>
      yaml.issueAt(
        path,
        `the file ${file} is not in the folder; add it (a symbolic link does not count) or correct the name`,
      ),
    );
  const names = new Set(['question.yaml', 'question.md', ...named.map(({ file }) => file)]);
  const unnamed = [...folder.files.keys()]
    .filter((file) => !names.has(file))
    .map((file) => ({
      file: `${folder.path}/${file}`,
      message: 'no field of question.yaml names this file; add it to a field or remove it',
    }));
  return [...missing, ...unnamed];
}
