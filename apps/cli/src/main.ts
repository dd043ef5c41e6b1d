import { fileURLToPath } from 'node:url';
import { main } from './cli';

const stopping = new AbortController();
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => stopping.abort());

try {
  process.exitCode = await main(process.argv.slice(2), {
    workspace: fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, ''),
    cwd: process.cwd(),
    print: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(`${text}\n`),
    signal: stopping.signal,
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = process.argv[2] === 'grade' ? 2 : 1;
}
