/** What the kernel counted for one box. */
export type CgroupUsage = { readonly peakBytes: number | null; readonly oomKills: number };

/** The cgroup of one box: its memory and process limits. */
export interface Cgroup {
  limitMemory(bytes: number): void;
  usage(): CgroupUsage;
  /** Call only after its processes have exited. Do not wait for it: rmdir of a used group takes the kernel 5 ms. */
  remove(): Promise<void>;
}

/** Creates cgroups for boxes, where this machine allows it. */
export interface Cgroups {
  readonly kind: 'v1' | 'v2' | 'none';
  /** Parent directories in which a box finds the group with its name, to join it. */
  readonly folders: readonly string[];
  make(name: string, limits: CgroupLimits): Cgroup | undefined;
  /** Removes all groups; retries while members are still exiting. */
  close(): Promise<void>;
}

/** The limits of one box. */
export type CgroupLimits = { readonly memoryBytes: number; readonly processes: number };

/** Used where cgroups are unavailable: boxes are then limited by RLIMIT_AS and may not fork. */
export const noCgroups: Cgroups = { kind: 'none', folders: [], make: () => undefined, close: () => Promise.resolve() };
