import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cgroup, CgroupLimits, CgroupUsage, Cgroups } from './cgroups';
import type { UserIds } from '../options';
import { newName, ownerOf } from '../machine/sweep';

/** The file names of one version of the cgroup interface. */
export type CgroupDialect = {
  readonly kind: 'v1' | 'v2';
  /**
   * The file to which a box writes its pid to join. In version 1 this moves a single thread, which blocks no
   * other process.
   */
  readonly members: string;
  readonly memoryLimit: string;
  readonly peak: string;
  readonly events: string;
  /** Further settings of the group with the memory limit. */
  readonly fixed: Readonly<Record<string, string>>;
};

/** The parent directories in the memory and the pids hierarchy; the same one in version 2. */
export type CgroupPlaces = { readonly memory: string; readonly pids: string };

const MAX_ATTEMPTS = 40;
const RETRY_MS = 50;
const MIN_MEMORY_BYTES = 16 * 1024 * 1024;

/** Cgroups as directories below the given parents: one group for this process, in it one child group per box. */
export class FileCgroups implements Cgroups {
  readonly kind: 'v1' | 'v2';
  readonly folders: readonly string[];
  private readonly places: CgroupPlaces;

  constructor(
    private readonly dialect: CgroupDialect,
    places: CgroupPlaces,
    private readonly owner: UserIds | undefined,
  ) {
    this.kind = dialect.kind;
    const name = newName();
    this.places = { memory: `${places.memory}/${name}`, pids: `${places.pids}/${name}` };
    this.folders = [...new Set([this.places.memory, this.places.pids])];
    for (const folder of new Set([places.memory, places.pids])) sweepGroups(folder);
    for (const folder of this.folders) this.makeFolder(folder);
    if (dialect.kind === 'v2') writeFileSync(`${this.places.memory}/cgroup.subtree_control`, '+memory +pids');
  }

  make(name: string, limits: CgroupLimits): Cgroup {
    const memory = `${this.places.memory}/${name}`;
    const pids = `${this.places.pids}/${name}`;
    const folders = [...new Set([memory, pids])];
    for (const folder of folders) this.makeFolder(folder);
    for (const [file, value] of Object.entries(this.dialect.fixed)) writeIfSupported(`${memory}/${file}`, value);
    writeFileSync(`${pids}/pids.max`, String(limits.processes));
    const group = new FileCgroup(this.dialect, memory, folders);
    group.limitMemory(limits.memoryBytes);
    return group;
  }

  async close(): Promise<void> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS && this.folders.some((folder) => existsSync(folder)); attempt += 1) {
      if (attempt > 0) await pause(RETRY_MS);
      for (const folder of this.folders) removeTree(folder);
    }
  }

  /** Creates a group. A box joins as its own user, so that user must be able to write to the member list. */
  private makeFolder(folder: string): void {
    mkdirSync(folder, { recursive: true });
    if (!this.owner) return;
    chownSync(folder, this.owner.uid, this.owner.gid);
    chownSync(`${folder}/${this.dialect.members}`, this.owner.uid, this.owner.gid);
  }
}

class FileCgroup implements Cgroup {
  constructor(
    private readonly dialect: CgroupDialect,
    private readonly memory: string,
    private readonly folders: readonly string[],
  ) {}

  limitMemory(bytes: number): void {
    writeFileSync(`${this.memory}/${this.dialect.memoryLimit}`, String(Math.max(bytes, MIN_MEMORY_BYTES)));
  }

  usage(): CgroupUsage {
    const peak = read(`${this.memory}/${this.dialect.peak}`);
    const kills = /^oom_kill (\d+)$/m.exec(read(`${this.memory}/${this.dialect.events}`) ?? '')?.[1];
    return { peakBytes: peak === undefined ? null : Number(peak), oomKills: Number(kills ?? 0) };
  }

  async remove(): Promise<void> {
    await Promise.all(this.folders.map((folder) => rmdir(folder).catch(() => undefined)));
  }
}

/** Removes the groups of processes of ours that have exited. */
function sweepGroups(folder: string): void {
  for (const name of readdirSync(folder)) if (ownerOf(name) === 'exited') removeTree(`${folder}/${name}`);
}

function removeTree(folder: string): void {
  for (const entry of list(folder)) removeTree(`${folder}/${entry}`);
  tryRemove(folder);
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

/** Ignored: the kernel returns EBUSY while a member is exiting. The group is removed at close or at the next start. */
function tryRemove(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
}

/** Ignored: a kernel without swap accounting has no such file. */
function writeIfSupported(path: string, value: string): void {
  try {
    writeFileSync(path, value);
  } catch {
    return;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
