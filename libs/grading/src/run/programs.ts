import type { CodeBundle, CodeSecret, Language, LanguageShown, ModelBundle } from '@holdout/bank';
import { FILE_ENDINGS, isGeneratorInR } from '@holdout/bank';
import type { CallProgram, Limits, SqlProgram, Value } from '@holdout/sandbox';
import { nameOfNpmFile } from './dataset-files';
import type { SqlTables } from '../contract/job';
import { callProfileOf, sqlProfileOf } from './profile-of';
import type { Solution } from '../contract/solution';

const MB = 1024 * 1024;
const OUTPUT_BYTES = 8 * MB;

/** The limits of authors' programs. They are generous, because such a program runs once per version, but still untrusted. */
export const AUTHOR_LIMITS: Limits = {
  cpuMs: 120_000,
  wallMs: 300_000,
  memoryBytes: 2048 * MB,
  outputBytes: 256 * MB,
};

/** The program that calls a candidate's function once for each item of `calls`, in one box. */
export function callProgram(
  bundle: CodeBundle | ModelBundle,
  { language, source }: Solution,
  calls: readonly (readonly Value[])[],
): CallProgram {
  const shown = languageOf(bundle, language);
  if (language === 'sql' || shown.entry === null) throw new Error(`${bundle.id} has no entry for ${language}`);
  const main = `main${FILE_ENDINGS[language][0]}`;
  return {
    profile: callProfileOf(language, shown),
    root: 'candidate',
    datasets: [],
    files: { [main]: cleanSource(source) },
    main,
    entry: shown.entry,
    calls,
    ...(bundle.candidate.forbid && { forbid: bundle.candidate.forbid }),
    limits: limitsOf(shown),
  };
}

/**
 * A submitted text without byte order marks before its lines, which come with text that is copied from a file: most languages
 * take them for a syntax error. The only cleaning, for code from the editor and from a file.
 */
function cleanSource(source: string): string {
  return source.replaceAll(/^\ufeff+/gm, '');
}

/** The program that runs a candidate's query on one set of tables. */
export function sqlProgram(bundle: CodeBundle, query: string, tables: SqlTables): SqlProgram {
  const { schema } = bundle.secret;
  if (schema === null) throw new Error(`${bundle.id} has no schema`);
  const shown = languageOf(bundle, 'sql');
  const { mayWrite = false } = shown;
  return {
    profile: sqlProfileOf(shown),
    schema,
    tables,
    query: cleanSource(query),
    mayWrite,
    limits: limitsOfStatement(shown),
  };
}

/** The program that runs the author's generator, in Python or R. A Python generator can import its datasets' simulators. */
export function generatorProgram(secret: CodeSecret, calls: readonly (readonly Value[])[]): CallProgram {
  const datasets = secret.datasets.map(({ id, files }) => ({
    id,
    files: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, nameOfNpmFile(file)])),
  }));
  const language = isGeneratorInR(secret.make.path) ? 'r' : 'python';
  const main = `make${FILE_ENDINGS[language][0]}`;
  return {
    profile: language,
    root: 'author',
    datasets,
    files: { ...(language === 'r' ? {} : simulatorsOf(secret)), [main]: secret.make.text },
    main,
    entry: 'make',
    calls,
    limits: AUTHOR_LIMITS,
  };
}

function simulatorsOf({ datasets }: CodeSecret): Record<string, string> {
  return Object.fromEntries(
    datasets.flatMap(({ id, simulator }) => (simulator === undefined ? [] : [[`${id}.py`, simulator]])),
  );
}

function languageOf(bundle: CodeBundle | ModelBundle, language: Language): LanguageShown {
  const shown = bundle.candidate.languages[language];
  if (shown === undefined) throw new Error(`${bundle.id} cannot be answered in ${language}`);
  return shown;
}

/** The CPU time is the limit. The wall clock only ends programs that sleep, and leaves room for a busy machine. */
function limitsOf({ cpuSeconds, memoryMb }: LanguageShown): Limits {
  const cpuMs = Math.round(cpuSeconds * 1000);
  return { cpuMs, wallMs: 3 * cpuMs + 5000, memoryBytes: memoryMb * MB, outputBytes: OUTPUT_BYTES };
}

/** A statement starts no interpreter and loads no package, so it gets no time for that. */
function limitsOfStatement(shown: LanguageShown): Limits {
  const limits = limitsOf(shown);
  return { ...limits, wallMs: 2 * limits.cpuMs };
}

/** The limits of one run of a candidate's program in a language. */
export function limitsIn(bundle: CodeBundle | ModelBundle, language: Language): Limits {
  const shown = languageOf(bundle, language);
  return language === 'sql' ? limitsOfStatement(shown) : limitsOf(shown);
}
