import type { Client } from 'pg';
import type { DatasetDatabases } from './dataset-databases';
import type { PostgresServer } from './postgres-server';
import type { Sessions } from './postgres-sessions';

/** A running server, with what a statement needs of it. */
export type SqlService = {
  readonly server: PostgresServer;
  readonly admin: Client;
  readonly databases: DatasetDatabases;
  readonly sessions: Sessions;
  readonly typeNames: ReadonlyMap<number, string>;
  readonly version: string;
};
