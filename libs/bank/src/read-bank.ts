import type { BankIssue } from './bundle';
import type { Sha256 } from './canonical-json';
import { BankFile, MisconceptionsFile } from './bank-file';
import type { LoadedBank } from './loaded-bank';
import type { BankContext, QuestionFolder } from './question-folder';
import { readDatasets } from './read-datasets';
import { readQuestion } from './read-question';
import { readSkills } from './read-skills';
import type { ReadYaml } from './read-yaml';
import { readYaml } from './read-yaml';
import type { z } from 'zod';

/** Every text file of a bank by its path from the top, with forward slashes. The reader of the disk leaves out hidden files and caches. */
export type BankFiles = ReadonlyMap<string, string>;

const QUESTION_PATH = /^questions\/([^/]+)\/(.+)$/;
const TOP_FILES =
  /^(bank\.yaml|taxonomy\.yaml|misconceptions\.yaml|checked\.json|templates\/.*|[^/]*\.md|LICENSE)$|^datasets\/[^/]+\/dataset\.yaml$/;

/** Compiles a bank. Each mistake is an issue with file and line; only the questions that it affects are left out. */
export function readBank(given: BankFiles, { sha256 }: { readonly sha256: Sha256 }): LoadedBank {
  const files = new Map([...given].map(([path, text]) => [path, text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')]));
  const { context, named, issues, ...shared } = readShared(files, sha256);
  const read = context === null ? [] : foldersOf(files).map((folder) => readQuestion(folder, context));
  return {
    ...shared,
    questions: read.flatMap(({ question }) => question ?? []),
    issues: [...issues, ...checkUnnamed(files, named), ...read.flatMap((each) => each.issues)],
  };
}

type Shared = Omit<LoadedBank, 'questions'> & {
  /** Null if a file that every question needs is invalid: issues in all questions would hide the actual one. */
  readonly context: BankContext | null;
  /** The paths of further files that the bank refers to. */
  readonly named: ReadonlySet<string>;
};

function readShared(files: BankFiles, sha256: Sha256): Shared {
  const bank = readTop(files, 'bank.yaml', BankFile);
  const { skills, ids, ...taxonomy } = readSkills(files);
  const beliefs = readTop(files, 'misconceptions.yaml', MisconceptionsFile);
  const { datasets, named, ...sets } = readDatasets(files);
  const issues = [bank, taxonomy, beliefs, sets].flatMap((read) => read.issues);
  if (bank.file === null || skills === null || beliefs.file === null) {
    return { bank: bank.file?.value ?? null, skills: skills ?? [], misconceptions: {}, issues, context: null, named };
  }
  const misconceptions = beliefs.file.value;
  const known = { skillIds: ids, misconceptions: new Set(Object.keys(misconceptions)), datasets };
  const context = { bankId: bank.file.value.id, ...known, sha256 };
  return { bank: bank.file.value, skills, misconceptions, issues, context, named };
}

function readTop<T>(files: BankFiles, path: string, schema: z.ZodType<T>): ReadYaml<T> {
  const text = files.get(path);
  if (text === undefined)
    return { file: null, issues: [{ file: path, message: 'the file is missing; every bank has one' }] };
  return readYaml(path, text, schema);
}

function checkUnnamed(files: BankFiles, named: ReadonlySet<string>): readonly BankIssue[] {
  return [...files.keys()]
    .filter((path) => !TOP_FILES.test(path) && !QUESTION_PATH.test(path) && !named.has(path))
    .map((file) => ({
      file,
      message: 'a bank has no files at this path; move the file into its question or remove it',
    }));
}

function foldersOf(files: BankFiles): readonly QuestionFolder[] {
  const folders = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const [, name, inside] = QUESTION_PATH.exec(path) ?? [];
    if (name === undefined || inside === undefined) continue;
    folders.set(name, (folders.get(name) ?? new Map<string, string>()).set(inside, text));
  }
  return [...folders.keys()]
    .sort()
    .map((name) => ({ name, path: `questions/${name}`, files: folders.get(name) ?? new Map() }));
}
