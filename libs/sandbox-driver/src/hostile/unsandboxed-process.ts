import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { CallLanguage } from './languages';

const ANSWER_MARK = 'HOSTILE-ANSWER ';
const TIMEOUT_MS = 20_000;

/** How an unsandboxed process ended, and what it reported. */
export type UnsandboxedRun = { readonly exitCode: number | null; readonly answer: unknown };

/** Commands that run several sources in sequence in one unconfined process, and print the answer of the last. */
const RUNNERS: Readonly<Record<CallLanguage, (files: number) => readonly [command: string, ...args: string[]]>> = {
  python: (files) => [
    '/usr/bin/python3',
    '-c',
    `import json, sys
sys.path.insert(0, '')
for place in range(${files}):
    exec(compile(open(f'{place}.py').read(), f'{place}.py', 'exec'), globals())
    value = solve()
print('\\n${ANSWER_MARK}' + json.dumps(value), flush=True)`,
  ],
  javascript: (files) => [process.execPath, '--input-type=module', '-e', nodeScript(files, 'mjs')],
  typescript: (files) => [process.execPath, '--no-warnings', '--input-type=module', '-e', nodeScript(files, 'ts')],
  r: (files) => [
    '/usr/bin/Rscript',
    '-e',
    `quoted <- function(x) if (is.character(x) && length(x) == 1) encodeString(x, quote = '"') else if (is.logical(x) && length(x) == 1) tolower(x) else if (length(x) == 1 && is.numeric(x)) format(x, digits = 15) else paste0("[", paste(vapply(x, quoted, ""), collapse = ","), "]")
for (place in seq_len(${files}) - 1) { source(paste0(place, ".R"), keep.source = FALSE); value <- solve() }
cat("\\n${ANSWER_MARK}", quoted(value), "\\n", sep = "")`,
  ],
};

const EXTENSIONS: Readonly<Record<CallLanguage, string>> = {
  python: 'py',
  javascript: 'mjs',
  typescript: 'ts',
  r: 'R',
};

function nodeScript(files: number, extension: string): string {
  return `let value;
for (let place = 0; place < ${files}; place += 1) value = await (await import(process.cwd() + '/' + place + '.${extension}')).solve();
console.log('\\n${ANSWER_MARK}' + JSON.stringify(value));`;
}

/** Runs the programs without a jail, in a temporary directory; returns the answer of the last. */
export async function runUnsandboxed(language: CallLanguage, sources: readonly string[]): Promise<UnsandboxedRun> {
  const folder = mkdtempSync(`${tmpdir()}/outside-`);
  const [command, ...args] = RUNNERS[language](sources.length);
  mkdirSync(`${folder}/tmp`);
  sources.forEach((source, place) => writeFileSync(`${folder}/${place}.${EXTENSIONS[language]}`, source));
  try {
    return await runCommand(command, args, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runCommand(command: string, args: readonly string[], cwd: string): Promise<UnsandboxedRun> {
  const child = spawn(command, args, {
    cwd,
    // Jest replaces process.env by a copy, which child processes do not inherit by default.
    env: { ...process.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (exitCode) => {
      const line = Buffer.concat(output)
        .toString()
        .split('\n')
        .findLast((each) => each.startsWith(ANSWER_MARK));
      const answer: unknown = line === undefined ? undefined : JSON.parse(line.slice(ANSWER_MARK.length));
      resolve({ exitCode, answer: answer ?? (exitCode === 0 ? undefined : Buffer.concat(errors).toString()) });
    });
  });
}
