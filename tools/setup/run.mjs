import { spawn } from 'node:child_process';

const running = new Set();
let stopped = null;

/** A required step has failed. */
export class StepFailed extends Error {}

/** Thrown by a step after a signal to stop. */
export class Stopped extends Error {}

/** A step may ignore the signal, so SIGTERM follows after 3 s and SIGKILL after 10 s. */
function insist(child) {
  const timers = [setTimeout(() => child.kill('SIGTERM'), 3000), setTimeout(() => child.kill('SIGKILL'), 10_000)];
  child.once('close', () => timers.forEach(clearTimeout));
}

/** Ends the running programs. */
export function stopRunning(signal = 'SIGTERM') {
  for (const child of running) {
    child.kill(signal);
    // A program with a channel is the launcher, which needs time to stop the database.
    if (!child.channel) insist(child);
  }
}

/** Forwards signals to the running programs; this process exits after them. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopped = stopped || signal;
      stopRunning(signal);
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

/** Runs a program until it exits. `collect` returns its output; `channel` is closed when this process exits. */
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

/** Runs a program that must succeed; its output is shown only if it fails. */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await run(command, args, { collect: true, ...options });
  if (stopped) throw new Stopped();
  if (code !== 0) throw new StepFailed(`${[command, ...args].join(' ')} failed (exit code ${code})\n${output}`);
  return output;
}
