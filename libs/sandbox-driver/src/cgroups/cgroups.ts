/** What the kernel counted for one box. */
export type CgroupUsage = { readonly peakBytes: number | null; readonly oomKills: number };

/** The memory and process limits of one box. */
export interface Cgroup {
  limitMemory(bytes: number): void;
  usage(): CgroupUsage;
  /** Only once its processes are gone. Not waited for by anybody: the kernel takes 5 ms for a group that was used. */
  remove(): Promise<void>;
}

/** Where boxes get their memory and process limits, if this machine lets us set any. */
export interface Cgroups {
  readonly kind: 'v1' | 'v2' | 'none';
  /** Folders in which a child finds the group of its name, to join it. */
  readonly folders: readonly string[];
  make(name: string, limits: CgroupLimits): Cgroup | undefined;
  /** Takes away all that was made, waiting a little for members that are still dying. */
  close(): Promise<void>;
}

export type CgroupLimits = { readonly memoryBytes: number; readonly processes: number };

/** For machines without control groups for us: boxes are then bounded by address space and may not fork. */
export const noCgroups: Cgroups = { kind: 'none', folders: [], make: () => undefined, close: () => Promise.resolve() };
