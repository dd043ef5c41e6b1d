import type { BankIssue } from '@holdout/bank';

export type UploadedFile = { readonly path: string; readonly text: string };

/** In all, in UTF-16 code units: many times the largest question of the public bank. */
const MOST_CHARACTERS = 1_000_000;
const SHARED = new Set(['bank.yaml', 'taxonomy.yaml', 'misconceptions.yaml']);
/** No segment is `..`, begins with a dot, or is empty. */
const PATH = /^(?:questions|datasets)(?:\/[A-Za-z0-9_][\w.-]*){2,8}$/;

/** The issues of uploaded files before they are read: their paths, their size, and that they are of one question. */
export function issuesOfUpload(files: readonly UploadedFile[]): readonly BankIssue[] {
  const seen = new Set<string>();
  const issues = files.flatMap(({ path }): readonly BankIssue[] => {
    if (seen.has(path)) return [{ file: path, message: 'the file is sent twice; send it once' }];
    seen.add(path);
    return SHARED.has(path) || PATH.test(path) ? [] : [{ file: path, message: WRONG_PATH }];
  });
  if (issues.length > 0) return issues;
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > MOST_CHARACTERS) return [{ file: largestOf(files), message: tooMuch(characters) }];
  const questions = new Set(files.flatMap(({ path }) => /^questions\/[^/]+/.exec(path)?.[0] ?? []));
  if (questions.size === 1) return [];
  return [{ file: 'questions', message: `there are ${questions.size} questions; publish one at a time` }];
}

const WRONG_PATH =
  'a question is sent with bank.yaml, taxonomy.yaml, misconceptions.yaml, and files below questions/ and datasets/; remove this one';

const tooMuch = (characters: number): string =>
  `the files have ${characters} characters in all, and at most ${MOST_CHARACTERS} are taken; this is the largest. Produce large data in a generator`;

const largestOf = (files: readonly UploadedFile[]): string =>
  files.reduce((largest, file) => (file.text.length > largest.text.length ? file : largest)).path;
