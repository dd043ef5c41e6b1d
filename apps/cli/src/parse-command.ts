import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Language } from '@holdout/bank';

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
  | { readonly kind: 'doctor'; readonly isJson: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'misused'; readonly message: string };

export const USAGE = `Usage: npx holdout doctor [--json]
       npx holdout grade <question id or folder> <file> [--language L] [--public] [--seed N] [--json]

  doctor       which languages this machine can grade, in what isolation, and why not better
  grade        grade a file with the code of the service, on hidden cases made here from a seed of your own
  --language   python or sql; told from the end of the file's name where it is left out
  --public     run the public cases and show input, expected and what came back
  --seed       a whole number that the cases are made from (1 where it is left out)
  --json       for programs rather than people

doctor ends with 0 when everything is usable, else 1. grade ends with 0 passed, 1 not passed, 2 not graded.
`;

const LARGEST_SEED = Number.MAX_SAFE_INTEGER - 1;

const GRADE_OPTIONS = {
  language: { type: 'string' },
  public: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
} as const satisfies ParseArgsConfig['options'];

/** What the words on a command line ask for. */
export function parseCommand(words: readonly string[]): Command {
  const [name, ...args] = words;
  if (name === undefined) return misused('A command is missing.');
  if (words.some((word) => word === '--help' || word === '-h') || name === 'help') return { kind: 'help' };
  try {
    if (name === 'doctor') return parseDoctor(args);
    if (name === 'grade') return parseGrade(args);
  } catch (error) {
    // `parseArgs` throws sentences for people.
    return misused(error instanceof Error ? error.message : String(error));
  }
  return misused(`There is no command "${name}".`);
}

function parseDoctor(args: string[]): Command {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  return { kind: 'doctor', isJson: values.json };
}

function parseGrade(args: string[]): Command {
  const { values, positionals } = parseArgs({ args, options: GRADE_OPTIONS, allowPositionals: true });
  const [question, file, extra] = positionals;
  if (!question || !file) return misused('A question and a file are needed.');
  if (extra !== undefined) return misused(`One file is graded at a time, so "${extra}" is too much.`);
  const language = values.language ?? null;
  if (!isLanguageOrNull(language)) return misused(`--language is "${language}"; expected python or sql.`);
  const seed = /^\d{1,16}$/.test(values.seed) ? Number(values.seed) : Infinity;
  if (seed > LARGEST_SEED)
    return misused(`--seed is "${values.seed}"; expected a whole number from 0 to ${LARGEST_SEED}.`);
  return { kind: 'grade', question, file, language, isPublic: values.public, isJson: values.json, seed };
}

const isLanguageOrNull = (word: string | null): word is Language | null =>
  word === null || word === 'python' || word === 'sql';

const misused = (message: string): Command => ({ kind: 'misused', message });
