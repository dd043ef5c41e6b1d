import type { Profile, ProfileReport, Program, Run, Sandbox } from '@holdout/sandbox';
import { CallSandbox } from './call-sandbox';
import type { Cgroups } from './cgroups';
import { describeProfiles } from './describe';
import { findCgroups } from './find-cgroups';
import { settle } from './options';
import type { SandboxOptions } from './options';
import { SqlSandbox } from './sql-sandbox';
import { sweepScratch } from './sweep';

/** A sandbox on this machine. What it needs warms up behind the caller's back; a run waits for it. */
export function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const settled = settle(options);
  sweepScratch(settled.scratchDir);
  const cgroups = findCgroups(settled.unprivileged, settled.log);
  const calls = new CallSandbox(settled, cgroups);
  const sql = new SqlSandbox(settled, cgroups);
  if (settled.parked.python > 0) calls.warm();
  if (settled.warmSql) sql.warm();
  return Promise.resolve(new MachineSandbox(calls, sql, cgroups));
}

class MachineSandbox implements Sandbox {
  constructor(
    private readonly calls: CallSandbox,
    private readonly sql: SqlSandbox,
    readonly cgroups: Cgroups,
  ) {}

  run(program: Program, signal: AbortSignal): Promise<Run> {
    return program.profile === 'postgresql' ? this.sql.run(program, signal) : this.calls.run(program, signal);
  }

  describe(): Promise<readonly ProfileReport[]> {
    return describeProfiles(this);
  }

  /** The JavaScript trial answers with its own version, since nothing warm knows it. */
  async versions(profile: Profile, run: Run): Promise<Readonly<Record<string, string>>> {
    switch (profile) {
      case 'python':
        return this.calls.pythonVersions;
      case 'postgresql':
        return { PostgreSQL: await this.sql.version() };
      case 'javascript':
        return { 'Node.js': firstValue(run.answer) };
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.calls.close(), this.sql.close()]);
    await this.cgroups.close();
  }
}

function firstValue(answer: unknown): string {
  const calls = (answer as { readonly calls?: readonly { readonly value?: unknown }[] } | undefined)?.calls;
  const value = calls?.[0]?.value;
  return typeof value === 'string' ? value : '';
}
