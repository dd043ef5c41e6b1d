import { setMaxListeners } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSettings } from '@holdout/settings';
import { main } from './cli';

const stopping = new AbortController();
// Every running box adds a listener to the signal, and more boxes run than Node's default limit of 10.
setMaxListeners(0, stopping.signal);
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => stopping.abort());

// The reader of the output may close the pipe early, as `head` does; the work continues.
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
    token: process.env['HOLDOUT_TOKEN'],
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = process.argv[2] === 'doctor' ? 1 : 2;
}
