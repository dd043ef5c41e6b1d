import { isSqlProgram } from '@holdout/sandbox';
import type { Limits, Profile, ProfileReport, Program, Run, Sandbox } from '@holdout/sandbox';
import { failedRun } from './zygote/call-runner';
import { CallSandbox } from './zygote/call-sandbox';
import type { Cgroups } from './cgroups/cgroups';
import { describeProfiles } from './machine/describe';
import { findCgroups } from './cgroups/find-cgroups';
import { isRoot, resolveOptions } from './options';
import type { SandboxOptions } from './options';
import { SqlSandbox } from './sql/sql-sandbox';
import { sweepScratch } from './machine/sweep';

/** Creates the sandbox of this machine. Warm-up continues in the background; a run waits for what it needs. */
export function createSandbox(given: SandboxOptions): Promise<Sandbox> {
  const options = resolveOptions(given);
  sweepScratch(options.scratchDir);
  const cgroups = findCgroups(isRoot() ? options.unprivileged : undefined, options.log);
  const calls = new CallSandbox(options, cgroups);
  const sql = new SqlSandbox(options, cgroups);
  if (options.parked.python > 0) calls.warm();
  if (options.warmSql && options.profiles.includes('postgresql')) sql.warm();
  return Promise.resolve(new MachineSandbox(calls, sql, cgroups, options.profiles));
}

class MachineSandbox implements Sandbox {
  constructor(
    private readonly calls: CallSandbox,
    private readonly sql: SqlSandbox,
    readonly cgroups: Cgroups,
    readonly profiles: readonly Profile[],
  ) {}

  run(program: Program, signal: AbortSignal): Promise<Run> {
    const invalid = findInvalidLimit(program.limits);
    if (invalid !== undefined) return Promise.resolve(failedRun(invalid));
    if (!isSqlProgram(program)) return this.calls.run(program, signal);
    if (program.profile === 'postgresql') return this.sql.run(program, signal);
    return this.calls.run({ ...program, profile: program.profile }, signal);
  }

  describe(tell?: (report: ProfileReport) => void): Promise<readonly ProfileReport[]> {
    return describeProfiles(this, tell);
  }

  /**
   * Versions of the profile's language and packages. A pool knows its own; the JavaScript probe reports them in its
   * answer.
   */
  async versions(profile: Profile, run: Run): Promise<Readonly<Record<string, string>>> {
    switch (profile) {
      case 'python':
      case 'python-plain':
      case 'r':
      case 'sqlite':
        return this.calls.versions(profile);
      case 'postgresql':
        return { PostgreSQL: await this.sql.version() };
      case 'javascript':
        return versionsOfNode(run.answer);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.calls.close(), this.sql.close()]);
    await this.cgroups.close();
  }
}

/** Reads "<node> <amaro>" from the probe's answer; amaro is the package by which Node strips TypeScript types. */
function findInvalidLimit(limits: Limits): string | undefined {
  const invalid = Object.entries(limits).find(([, value]) => !Number.isFinite(value) || value <= 0);
  return invalid && `the limit ${invalid[0]} is ${invalid[1]}; it must be a finite number above zero`;
}

/** Reads "<node> <amaro>" from the probe's answer. amaro is the package by which Node strips TypeScript types. */
function versionsOfNode(answer: unknown): Readonly<Record<string, string>> {
  const calls = (answer as { readonly calls?: readonly { readonly value?: unknown }[] } | undefined)?.calls;
  const [node = '', amaro = ''] = String(calls?.[0]?.value).split(' ');
  return { 'Node.js': node, 'amaro (TypeScript)': amaro };
}
