import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type Language, LANGUAGES } from '@holdout/bank';
import {
  type CheckCommand,
  type NewCommand,
  parseQuestion,
  type PreviewCommand,
  type PublishCommand,
  type WithdrawCommand,
} from './question/parse-question';
import usage from './usage.json';

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
  | PublishCommand
  | WithdrawCommand
  | { readonly kind: 'doctor'; readonly isJson: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'misused'; readonly message: string };

/** In a file of its own, so that `tools/setup/help.mjs` shows it without a build. */
export const USAGE = `${usage.lines.join('\n')}\n`;

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
