import { isSqlProgram } from '@holdout/sandbox';
import type { Profile, ProfileReport, Program, Run, Sandbox } from '@holdout/sandbox';
import { failedRun } from './zygote/call-runner';
import { CallSandbox } from './zygote/call-sandbox';
import type { Cgroups } from './cgroups/cgroups';
import { describeProfiles } from './machine/describe';
import { findFaultyLimit } from './faulty-limit';
import { findCgroups } from './cgroups/find-cgroups';
import { isRoot, settle } from './options';
import type { SandboxOptions } from './options';
import { SqlSandbox } from './sql/sql-sandbox';
import { sweepScratch } from './machine/sweep';

/** A sandbox on this machine. What it needs warms up behind the caller's back; a run waits for it. */
export function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const settled = settle(options);
  sweepScratch(settled.scratchDir);
  const cgroups = findCgroups(isRoot() ? settled.unprivileged : undefined, settled.log);
  const calls = new CallSandbox(settled, cgroups);
  const sql = new SqlSandbox(settled, cgroups);
  if (settled.parked.python > 0) calls.warm();
  if (settled.warmSql && settled.profiles.includes('postgresql')) sql.warm();
  return Promise.resolve(new MachineSandbox(calls, sql, cgroups, settled.profiles));
}

class MachineSandbox implements Sandbox {
  constructor(
    private readonly calls: CallSandbox,
    private readonly sql: SqlSandbox,
    readonly cgroups: Cgroups,
    readonly profiles: readonly Profile[],
  ) {}

  run(program: Program, signal: AbortSignal): Promise<Run> {
    const fault = findFaultyLimit(program.limits);
    if (fault !== undefined) return Promise.resolve(failedRun(fault));
    if (!isSqlProgram(program)) return this.calls.run(program, signal);
    if (program.profile === 'postgresql') return this.sql.run(program, signal);
    return this.calls.run({ ...program, profile: program.profile }, signal);
  }

  describe(): Promise<readonly ProfileReport[]> {
    return describeProfiles(this);
  }

  /** The JavaScript trial answers with its own versions, since nothing warm knows them. */
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

/** What the trial says of itself, if it is text: TypeScript is read by a part of Node's that has a version of its own. */
function versionsOfNode(answer: unknown): Readonly<Record<string, string>> {
  const calls = (answer as { readonly calls?: readonly { readonly value?: unknown }[] } | undefined)?.calls;
  const [node = '', amaro = ''] = String(calls?.[0]?.value).split(' ');
  return { 'Node.js': node, 'amaro (TypeScript)': amaro };
}
