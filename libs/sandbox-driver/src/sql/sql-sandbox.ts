import type { Client } from 'pg';
import type { Run, SqlProgram } from '@holdout/sandbox';
import { failedRun } from '../zygote/call-runner';
import { LOCKDOWN } from './catalog-lockdown';
import type { Cgroups } from '../cgroups/cgroups';
import { DatasetDatabases, typeNamesFrom } from './dataset-databases';
import type { ResolvedOptions } from '../options';
import { PostgresServer } from './postgres-server';
import { Sessions } from './postgres-sessions';
import { Slots } from '../machine/slots';
import { type SqlService, runStatement } from './postgres-statement';

/** Runs SQL statements of candidates on a jailed server, which is started on demand and restarted after it has died. */
export class SqlSandbox {
  private service: Promise<SqlService> | undefined;
  private readonly slots: Slots;
  private closed = false;

  constructor(
    private readonly options: ResolvedOptions,
    private readonly cgroups: Cgroups,
  ) {
    this.slots = new Slots(options.maxSql);
  }

  warm(): void {
    this.running().catch(() => undefined);
  }

  async run(program: SqlProgram, signal: AbortSignal): Promise<Run> {
    try {
      return await this.slots.use(signal, async (slot) => {
        const service = await this.running();
        const reader = readerName(slot);
        return service.databases.use(program, (dataset) => runStatement({ program, service, reader, dataset, signal }));
      });
    } catch (error) {
      return failedRun(error);
    }
  }

  /** The server's version; starts it if necessary. */
  async version(): Promise<string> {
    return (await this.running()).version;
  }

  async close(): Promise<void> {
    this.closed = true;
    const service = await this.service?.catch(() => undefined);
    await service?.server.close();
  }

  private running(): Promise<SqlService> {
    if (this.closed) return Promise.reject(new Error('the sandbox was closed'));
    this.service ??= this.begin();
    return this.service;
  }

  private async begin(): Promise<SqlService> {
    try {
      const server = await PostgresServer.start(this.options, this.cgroups);
      void server.exited.then(() => (this.service = undefined));
      const admin = await server.connect('holdout', 'postgres');
      admin.on('end', () => void server.close());
      return await prepare(server, admin, this.options.maxSql);
    } catch (error) {
      this.service = undefined;
      throw error;
    }
  }
}

/** Each slot has a role of its own, because sessions of the same role may signal each other. */
function readerName(slot: number): string {
  return `reader_${slot}`;
}

async function prepare(server: PostgresServer, admin: Client, slots: number): Promise<SqlService> {
  await admin.query('create role reader nologin; create role maker nologin');
  for (let slot = 0; slot < slots; slot += 1) {
    await admin.query(`create role ${readerName(slot)} login in role reader`);
    await admin.query(`alter role ${readerName(slot)} set default_transaction_read_only = on`);
  }
  await admin.query('revoke all on database postgres, template1 from public');
  await admin.query('create database blank');
  const blank = await server.connect('holdout', 'blank');
  await blank.query(LOCKDOWN);
  await blank.end();
  const version = await admin.query<{ server_version: string }>('show server_version');
  return {
    server,
    admin,
    databases: new DatasetDatabases(server, admin),
    sessions: new Sessions(server),
    typeNames: await typeNamesFrom(admin, 0),
    version: version.rows[0]?.server_version ?? '',
  };
}
