import type { CodeBundle, CodeSecret, Language, LanguageShown, ModelBundle } from '@holdout/bank';
import { FILE_ENDINGS, isGeneratorInR } from '@holdout/bank';
import type { CallProgram, Limits, SqlProgram, Value } from '@holdout/sandbox';
import { nameOfNpmFile } from './dataset-files';
import type { SqlTables } from '../contract/job';
import { callProfileOf, sqlProfileOf } from './profile-of';
import type { Solution } from '../contract/solution';

const MB = 1024 * 1024;
const OUTPUT_BYTES = 8 * MB;

/** Generous, since generating is rare and an author's mistake is theirs to mend; hostile all the same. */
export const AUTHOR_LIMITS: Limits = {
  cpuMs: 120_000,
  wallMs: 300_000,
  memoryBytes: 2048 * MB,
  outputBytes: 256 * MB,
};

/** A candidate's function, called once per entry of `calls` in one box. */
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
    files: { [main]: source },
    main,
    entry: shown.entry,
    calls,
    limits: limitsOf(shown),
  };
}

/** A candidate's query on one set of tables. */
export function sqlProgram(bundle: CodeBundle, query: string, tables: SqlTables): SqlProgram {
  const { schema } = bundle.secret;
  if (schema === null) throw new Error(`${bundle.id} has no schema`);
  const shown = languageOf(bundle, 'sql');
  const { mayWrite = false } = shown;
  return { profile: sqlProfileOf(shown), schema, tables, query, mayWrite, limits: limitsOf(shown) };
}

/** The author's generator, in Python or R. Beside one in Python the simulators of its datasets lie as modules. */
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

/** CPU is what is limited; the wall clock only stops what sleeps, with room for a busy machine. */
function limitsOf({ cpuSeconds, memoryMb }: LanguageShown): Limits {
  const cpuMs = Math.round(cpuSeconds * 1000);
  return { cpuMs, wallMs: 3 * cpuMs + 5000, memoryBytes: memoryMb * MB, outputBytes: OUTPUT_BYTES };
}
