import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { CallLanguage } from './languages';

const TOLD = 'HOSTILE-TOLD ';
const LONGEST_MS = 20_000;

export type Outside = { readonly exitCode: number | null; readonly told: unknown };

/** How to run several sources, one after the other, in one unconfined process that tells what the last one answers. */
const RUNNERS: Readonly<Record<CallLanguage, (files: number) => readonly [command: string, ...args: string[]]>> = {
  python: (files) => [
    '/usr/bin/python3',
    '-c',
    `import json, sys
sys.path.insert(0, '')
for place in range(${files}):
    exec(compile(open(f'{place}.py').read(), f'{place}.py', 'exec'), globals())
    value = solve()
print('\\n${TOLD}' + json.dumps(value), flush=True)`,
  ],
  javascript: (files) => [process.execPath, '--input-type=module', '-e', inNode(files, 'mjs')],
  typescript: (files) => [process.execPath, '--no-warnings', '--input-type=module', '-e', inNode(files, 'ts')],
  r: (files) => [
    '/usr/bin/Rscript',
    '-e',
    `quoted <- function(x) if (is.character(x) && length(x) == 1) encodeString(x, quote = '"') else if (is.logical(x) && length(x) == 1) tolower(x) else if (length(x) == 1 && is.numeric(x)) format(x, digits = 15) else paste0("[", paste(vapply(x, quoted, ""), collapse = ","), "]")
for (place in seq_len(${files}) - 1) { source(paste0(place, ".R"), keep.source = FALSE); value <- solve() }
cat("\\n${TOLD}", quoted(value), "\\n", sep = "")`,
  ],
};

const ENDINGS: Readonly<Record<CallLanguage, string>> = { python: 'py', javascript: 'mjs', typescript: 'ts', r: 'R' };

function inNode(files: number, ending: string): string {
  return `let value;
for (let place = 0; place < ${files}; place += 1) value = await (await import(process.cwd() + '/' + place + '.${ending}')).solve();
console.log('\\n${TOLD}' + JSON.stringify(value));`;
}

/** What the last of some programs tells when there is no jail, in a folder of its own on this machine. */
export async function runOutside(language: CallLanguage, sources: readonly string[]): Promise<Outside> {
  const folder = mkdtempSync(`${tmpdir()}/outside-`);
  const [command, ...args] = RUNNERS[language](sources.length);
  mkdirSync(`${folder}/tmp`);
  sources.forEach((source, place) => writeFileSync(`${folder}/${place}.${ENDINGS[language]}`, source));
  try {
    return await ended(command, args, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ended(command: string, args: readonly string[], cwd: string): Promise<Outside> {
  const child = spawn(command, args, {
    cwd,
    // Jest keeps an environment of its own, that children do not get by themselves.
    env: { ...process.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
  });
  const output: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (exitCode) => {
      const line = Buffer.concat(output)
        .toString()
        .split('\n')
        .findLast((each) => each.startsWith(TOLD));
      const told: unknown = line === undefined ? undefined : JSON.parse(line.slice(TOLD.length));
      resolve({ exitCode, told: told ?? (exitCode === 0 ? undefined : Buffer.concat(complaint).toString()) });
    });
  });
}
