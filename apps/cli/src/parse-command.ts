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
       npx holdout question check [question id …] [--changed] [--anew] [--bank folder] [--json]
       npx holdout question new <kind> <slug> [--language L] [--bank folder]
       npx holdout question preview <question id or folder> [--bank folder]

  doctor       which languages this machine can grade, in what isolation, and why not better
  grade        grade a file with the code of the service, on hidden cases made here from a seed of your own
  --language   ${LANGUAGES.join(', ')}; told from the end of the file's name where it is left out
  --public     run the public cases and show input, expected and what came back
  --seed       a whole number that the cases are made from (1 where it is left out)
  --json       for programs rather than people

  question check   whether questions of the bank grade fairly: what breaks which rule, and what to do
  --changed    say nothing of what passed before and has not changed since
  --anew       check that again too
  --bank       the folder of a bank of your own, instead of the checkout's

  question preview a page with the question as a candidate sees it and its answers, anew at each save, until Ctrl-C

  question new     a folder with a small whole question of that kind, to be written over

doctor ends with 0 when everything is usable, else 1. grade ends with 0 passed, 1 not passed, 2 not graded.
question check ends with 0 when all are fair, 1 when something is to be mended, 2 when this machine could not check.
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
    const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
    if (parse !== undefined) return parse(args);
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
  if (!isLanguageOrNull(language))
    return misused(`--language is "${language}"; expected one of ${LANGUAGES.join(', ')}.`);
  const seed = /^\d{1,16}$/.test(values.seed) ? Number(values.seed) : Infinity;
  if (seed > LARGEST_SEED)
    return misused(`--seed is "${values.seed}"; expected a whole number from 0 to ${LARGEST_SEED}.`);
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
