import { spawn } from 'node:child_process';

const running = new Set();
let stopped = null;

/** Why a step ended that was not allowed to fail. */
export class StepFailed extends Error {}

/** Thrown out of a step when a person or the system asked us to stop. */
export class Stopped extends Error {}

/** A step may have been told to ignore a signal; nothing of value is lost when it is ended harder. */
function insist(child) {
  const timers = [setTimeout(() => child.kill('SIGTERM'), 3000), setTimeout(() => child.kill('SIGKILL'), 10_000)];
  child.once('close', () => timers.forEach(clearTimeout));
}

/** Passes a wish to stop on to whatever runs now; the program then ends when that has ended. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopped = stopped || signal;
      for (const child of running) {
        child.kill(signal);
        // With a channel it is the launcher, which stops a database and takes the time that needs.
        if (!child.channel) insist(child);
      }
    });
  }
}

function outcome(child, parts, resolve, reject) {
  child.once('error', (failure) => {
    running.delete(child);
    reject(failure);
  });
  child.once('close', (code, signal) => {
    running.delete(child);
    resolve({ code: code === null ? 1 : code, signal, output: parts.join('') });
  });
}

function streamsOf({ collect, channel }) {
  const streams = collect ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit'];
  return channel ? [...streams, 'ipc'] : streams;
}

/** Runs a program to its end. `collect` keeps its output for later; `channel` lets it see that we are gone. */
export function run(command, args, options = {}) {
  if (stopped) return Promise.reject(new Stopped());
  const { env = process.env, cwd } = options;
  const child = spawn(command, args, { cwd, env, stdio: streamsOf(options) });
  const parts = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream) stream.on('data', (part) => parts.push(part.toString()));
  running.add(child);
  return new Promise((resolve, reject) => outcome(child, parts, resolve, reject));
}

/** Runs a program that must succeed; its output is shown only when it does not. */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await run(command, args, { collect: true, ...options });
  if (stopped) throw new Stopped();
  if (code !== 0) throw new StepFailed(`${[command, ...args].join(' ')} failed (exit code ${code})\n${output}`);
  return output;
}
