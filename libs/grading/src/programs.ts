import type { CodeBundle, CodeSecret, LanguageShown, ModelBundle } from '@holdout/bank';
import type { CallProgram, Limits, SqlProgram, Value } from '@holdout/sandbox';
import { nameOfNpmFile } from './dataset-files';
import type { SqlTables } from './job';

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
  source: string,
  calls: readonly (readonly Value[])[],
): CallProgram {
  const shown = languageOf(bundle, 'python');
  if (shown.entry === null) throw new Error(`${bundle.id} has no entry for python`);
  return {
    profile: 'python',
    root: 'candidate',
    datasets: [],
    files: { 'main.py': source },
    main: 'main.py',
    entry: shown.entry,
    calls,
    limits: limitsOf(shown),
  };
}

/** A candidate's query on one set of tables. */
export function sqlProgram(bundle: CodeBundle, query: string, tables: SqlTables): SqlProgram {
  const { schema } = bundle.secret;
  if (schema === null) throw new Error(`${bundle.id} has no schema`);
  return { profile: 'postgresql', schema, tables, query, limits: limitsOf(languageOf(bundle, 'sql')) };
}

/** The author's generator. */
export function generatorProgram(secret: CodeSecret, calls: readonly (readonly Value[])[]): CallProgram {
  const datasets = secret.datasets.map(({ id, files }) => ({
    id,
    files: Object.fromEntries(Object.entries(files).map(([name, file]) => [name, nameOfNpmFile(file)])),
  }));
  return {
    profile: 'python',
    root: 'author',
    datasets,
    files: { 'make.py': secret.make.text },
    main: 'make.py',
    entry: 'make',
    calls,
    limits: AUTHOR_LIMITS,
  };
}

function languageOf(bundle: CodeBundle | ModelBundle, language: 'python' | 'sql'): LanguageShown {
  const shown = bundle.candidate.languages[language];
  if (shown === undefined) throw new Error(`${bundle.id} cannot be answered in ${language}`);
  return shown;
}

/** CPU is what is limited; the wall clock only stops what sleeps, with room for a busy machine. */
function limitsOf({ cpuSeconds, memoryMb }: LanguageShown): Limits {
  const cpuMs = Math.round(cpuSeconds * 1000);
  return { cpuMs, wallMs: 3 * cpuMs + 5000, memoryBytes: memoryMb * MB, outputBytes: OUTPUT_BYTES };
}
