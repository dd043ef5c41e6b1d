import { setMaxListeners } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSettings } from '@holdout/settings';
import { main } from './cli';

const stopping = new AbortController();
// Each box that runs listens, and as many run as there are cores and more.
setMaxListeners(0, stopping.signal);
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => stopping.abort());

// Who reads what is printed may have seen enough, as `head` has; the work itself goes on to its end.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  const { bankDirectories, languages } = parseSettings(process.env);
  process.exitCode = await main(process.argv.slice(2), {
    workspace: fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, ''),
    cwd: process.cwd(),
    print: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(`${text}\n`),
    signal: stopping.signal,
    banks: bankDirectories.map((directory) => resolve(directory)),
    languages,
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = process.argv[2] === 'doctor' ? 1 : 2;
}
