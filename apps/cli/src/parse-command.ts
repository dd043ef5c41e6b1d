import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type Language, LANGUAGES } from '@holdout/bank';
import { type CheckCommand, type NewCommand, parseQuestion, type PreviewCommand } from './question/parse-question';

export type GradeCommand = {
  readonly kind: 'grade';
  /** An id, or the path of a folder. */
  readonly question: string;
  readonly file: string;
  readonly language: Language | null;
  readonly isPublic: boolean;
  readonly isJson: boolean;
  readonly seed: number;
};

export type Command =
  | GradeCommand
  | CheckCommand
  | NewCommand
  | PreviewCommand
  | { readonly kind: 'doctor'; readonly isJson: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'misused'; readonly message: string };

export const USAGE = `Usage: npx holdout doctor [--json]
       npx holdout grade <question id or folder> <file> [--language L] [--public] [--seed N] [--json]
       npx holdout question check [question id …] [--changed] [--recheck] [--bank folder] [--json]
       npx holdout question new <kind> <slug> [--language L] [--bank folder]
       npx holdout question preview <question id or folder> [--bank folder]

  doctor       report which languages this machine can grade, their isolation and what is missing
  grade        grade a file with the engine of the service, on hidden cases generated from a seed
  --language   ${LANGUAGES.join(', ')}; by default inferred from the file's extension
  --public     run the public cases and show input, expected answer and actual answer
  --seed       the integer that the cases are generated from (default 1)
  --json       print JSON

  question check   check whether questions of the bank grade fairly; lists the violated rules and what to do
  --changed    do not list questions that passed before and have not changed
  --recheck    also check questions that passed before and have not changed
  --bank       the folder of your own bank, instead of the checkout's

  question preview serve a page with the question as a candidate sees it and its answers, reloaded on save, until Ctrl-C

  question new     create a folder with a small, complete question of that kind, as a template

Exit codes: doctor 0 if everything is usable, else 1; grade 0 passed, 1 not passed, 2 not graded;
question check 0 if all are fair, 1 if something must be fixed, 2 if this machine could not check.
`;

const LARGEST_SEED = Number.MAX_SAFE_INTEGER - 1;

const GRADE_OPTIONS = {
  language: { type: 'string' },
  public: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
} as const satisfies ParseArgsConfig['options'];

/** Parses the words of a command line. */
export function parseCommand(words: readonly string[]): Command {
  const [name, ...args] = words;
  if (name === undefined) return misused('Name a command.');
  if (words.some((word) => word === '--help' || word === '-h') || name === 'help') return { kind: 'help' };
  try {
    const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
    if (parse !== undefined) return parse(args);
  } catch (error) {
    // `parseArgs` throws messages that can be shown to users.
    return misused(error instanceof Error ? error.message : String(error));
  }
  return misused(`Unknown command "${name}".`);
}

function parseDoctor(args: string[]): Command {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  return { kind: 'doctor', isJson: values.json };
}

function parseGrade(args: string[]): Command {
  const { values, positionals } = parseArgs({ args, options: GRADE_OPTIONS, allowPositionals: true });
  const [question, file, extra] = positionals;
  if (!question || !file) return misused('Name a question and a file.');
  if (extra !== undefined) return misused(`Only one file can be graded at a time; remove "${extra}".`);
  const language = values.language ?? null;
  if (!isLanguageOrNull(language))
    return misused(`--language is "${language}"; expected one of ${LANGUAGES.join(', ')}.`);
  const seed = /^\d{1,16}$/.test(values.seed) ? Number(values.seed) : Infinity;
  if (seed > LARGEST_SEED) return misused(`--seed is "${values.seed}"; expected an integer from 0 to ${LARGEST_SEED}.`);
  return { kind: 'grade', question, file, language, isPublic: values.public, isJson: values.json, seed };
}

const isLanguageOrNull = (word: string | null): word is Language | null =>
  word === null || LANGUAGES.some((language) => language === word);

const PARSERS: Readonly<Record<string, (args: string[]) => Command>> = {
  doctor: parseDoctor,
  grade: parseGrade,
  question: parseQuestion,
};

const misused = (message: string): Command => ({ kind: 'misused', message });
