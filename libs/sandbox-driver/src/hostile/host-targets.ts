import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { isRoot } from '../options';
import { BOX_USER } from '../test-sandbox';

const CANARY = 'CANARY-UNTOUCHED';
const SECRET = 'HOST-SECRET-5150';

/** What an attack would reach if it escaped: listeners, a file, a process and a secret on this machine. */
export type HostTargets = {
  /** In the environment of the process that starts the boxes, and of the controls. */
  readonly secret: string;
  /** Replaces the placeholders in a source. */
  fillIn(source: string): string;
  /** What was reached since the last call. */
  damage(): readonly string[];
  close(): void;
};

/** Opens the listeners and creates the file and the process. */
export async function createHostTargets(): Promise<HostTargets> {
  const folder = mkdtempSync(`${tmpdir()}/hostile-`);
  chmodSync(folder, 0o755);
  const hits: string[] = [];
  const abstract = `hostile-${process.pid}`;
  const paths = { path: `${folder}/listener`, canary: `${folder}/canary`, abstract };
  const tcp = await listen('tcp', 0, hits);
  const servers = [tcp, await listen('path', paths.path, hits), await listen('abstract', `\0${abstract}`, hits)];
  chmodSync(paths.path, 0o777);
  writeFileSync(paths.canary, CANARY);
  chmodSync(paths.canary, 0o666);
  process.env['HOSTILE_SECRET'] = SECRET;
  const sentinel = aSentinel();
  const names: Readonly<Record<string, string>> = {
    ...paths,
    tcp: String((tcp.address() as AddressInfo).port),
    secret: SECRET,
    sentinel: String(sentinel.pid),
  };
  return {
    secret: SECRET,
    fillIn: (source) =>
      source.replaceAll(/\{(tcp|path|abstract|canary|secret|sentinel)\}/g, (_, name: string) => names[name] ?? ''),
    damage: () => [
      ...hits.splice(0).map((name) => `the ${name} listener was reached`),
      ...(readFileSync(paths.canary, 'utf8') === CANARY ? [] : ['the canary file was changed']),
      ...(sentinel.exitCode === null && sentinel.signalCode === null ? [] : ['the sentinel process was killed']),
    ],
    close: () => {
      sentinel.kill();
      for (const server of servers) server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listen(name: string, address: string | number, hits: string[]): Promise<Server> {
  const server = createServer((socket) => {
    hits.push(name);
    socket.on('error', () => undefined).end();
  });
  await new Promise<void>((resolve) => {
    if (typeof address === 'number') server.listen(address, '127.0.0.1', resolve);
    else server.listen(address, resolve);
  });
  return server;
}

/** A process outside the boxes that runs as the same user. */
function aSentinel() {
  const user = isRoot() ? { uid: BOX_USER, gid: BOX_USER } : {};
  return spawn('/bin/sleep', ['3600'], { stdio: 'ignore', cwd: '/', ...user });
}

/** The cgroups that these processes made and have not removed. */
export function cgroupsOf(pids: readonly number[] = [process.pid]): readonly string[] {
  if (!existsSync('/sys/fs/cgroup')) return [];
  const found = spawnSync('find', ['/sys/fs/cgroup', '-maxdepth', '5', '-name', 'holdout-*', '-type', 'd']);
  const groups = found.stdout.toString().trim().split('\n').filter(Boolean);
  return groups.filter((group) => pids.some((pid) => group.includes(`/holdout-${pid}-`)));
}
