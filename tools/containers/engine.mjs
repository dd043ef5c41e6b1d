import { spawn, spawnSync } from 'node:child_process';

const succeeds = ([command, ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const firstOf = (commands, probe) => commands.find((command) => succeeds([...command, ...probe]));

const words = (text) => text.split(' ').filter(Boolean);

/** The container engine of this machine, Docker or Podman, unless CONTAINER_ENGINE names one. */
export function findEngine(env = process.env) {
  const named = words(env.CONTAINER_ENGINE ?? '');
  const engine = firstOf(named.length > 0 ? [named] : [['docker'], ['podman']], ['info']);
  if (!engine) throw new Error('No container engine is running: install and start Docker or Podman');
  return engine;
}

/** The command that reads docker-compose.yml, unless CONTAINER_COMPOSE names one. */
export function findCompose(env = process.env) {
  const named = words(env.CONTAINER_COMPOSE ?? '');
  const known = [['docker', 'compose'], ['docker-compose'], ['podman-compose']];
  const compose = firstOf(named.length > 0 ? [named] : known, ['version']);
  if (!compose) throw new Error('Compose was not found: install docker-compose or podman-compose');
  return compose;
}

/**
 * Runs a command to its end and gives its standard output. Fails with all of its output if the exit code is not 0, or after
 * `seconds`.
 */
export function output([command, ...args], { seconds = 60, env = process.env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts = [];
    const stdout = [];
    const line = [command, ...args].join(' ');
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${line} did not end within ${seconds} s\n${parts.join('')}`));
    }, seconds * 1000);
    child.stdout.on('data', (part) => {
      stdout.push(part.toString());
      parts.push(part.toString());
    });
    child.stderr.on('data', (part) => (show ? process.stderr.write(part) : parts.push(part.toString())));
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(stdout.join(''));
      else reject(new Error(`${line} failed (exit code ${code})\n${parts.join('')}`));
    });
  });
}
