import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cgroup, CgroupLimits, CgroupUsage, Cgroups } from './cgroups';
import type { UserIds } from '../options';
import { isOurs, ownName } from '../machine/sweep';

/** How one version of the kernel's interface names things. */
export type CgroupDialect = {
  readonly kind: 'v1' | 'v2';
  /** What a box writes itself to. In version 1 it is one thread that moves, which disturbs nobody. */
  readonly members: string;
  readonly memoryLimit: string;
  readonly peak: string;
  readonly events: string;
  /** Further settings of the group that holds the memory limit. */
  readonly fixed: Readonly<Record<string, string>>;
};

export type CgroupPlaces = { readonly memory: string; readonly pids: string };

const TRIALS = 40;
const TRIAL_MS = 50;
const SMALLEST_BYTES = 16 * 1024 * 1024;

/** Groups as folders below the given places, one parent for this process and one child for each box. */
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
    const name = ownName();
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
    for (const [file, value] of Object.entries(this.dialect.fixed)) writeWhereKnown(`${memory}/${file}`, value);
    writeFileSync(`${pids}/pids.max`, String(limits.processes));
    const group = new FileCgroup(this.dialect, memory, folders);
    group.limitMemory(limits.memoryBytes);
    return group;
  }

  async close(): Promise<void> {
    for (let trial = 0; trial < TRIALS && this.folders.some((folder) => existsSync(folder)); trial += 1) {
      if (trial > 0) await pause(TRIAL_MS);
      for (const folder of this.folders) removeTree(folder);
    }
  }

  /** A box moves itself in, as its own user, so that user must be able to write to the list of members. */
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
    writeFileSync(`${this.memory}/${this.dialect.memoryLimit}`, String(Math.max(bytes, SMALLEST_BYTES)));
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

/** Takes away the groups of processes of ours that no longer live. */
function sweepGroups(folder: string): void {
  for (const name of readdirSync(folder)) if (isOurs(name) === 'stale') removeTree(`${folder}/${name}`);
}

function removeTree(folder: string): void {
  for (const entry of list(folder)) removeTree(`${folder}/${entry}`);
  tryToRemove(folder);
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

/** The kernel refuses while a member is still dying; what stays behind is taken at close or at the next start. */
function tryToRemove(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
}

/** Some kernels are built without swap accounting, and then have no such file to write. */
function writeWhereKnown(path: string, value: string): void {
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
