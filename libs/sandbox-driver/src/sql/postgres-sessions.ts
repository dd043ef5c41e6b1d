import type { Client } from 'pg';
import type { Backend } from './postgres-backend';
import type { PostgresServer } from './postgres-server';

/** A connection for one statement, in a read-only transaction. */
export type Session = { readonly client: Client; readonly backend: Backend | undefined };

type Parked = { readonly session: Session; readonly timer: NodeJS.Timeout };

/** Each takes about 5 MB of the server's memory. */
const MAX_PARKED = 8;
const IDLE_MS = 60_000;

/**
 * Connections opened ahead, each for one statement. Connecting takes as long as many a query does, and a statement is
 * usually followed by another on the same database.
 */
export class Sessions {
  private readonly parked = new Map<string, Parked>();

  constructor(private readonly server: PostgresServer) {}

  /** An unused connection: a parked one, or else a new one. */
  async take(reader: string, database: string): Promise<Session> {
    const ready = this.unpark(keyOf(reader, database));
    return ready ?? (await this.open(reader, database));
  }

  /** Opens the next connection; does nothing if the server or the database is gone by then. */
  async park(reader: string, database: string): Promise<void> {
    const key = keyOf(reader, database);
    if (this.parked.has(key)) return;
    const session = await this.open(reader, database).catch(() => undefined);
    if (!session) return;
    this.discard(key);
    session.client.once('end', () => this.forget(key, session));
    this.parked.set(key, { session, timer: setTimeout(() => this.discard(key), IDLE_MS).unref() });
    const [oldest] = this.parked.keys();
    if (this.parked.size > MAX_PARKED && oldest !== undefined) this.discard(oldest);
  }

  private async open(reader: string, database: string): Promise<Session> {
    const client = await this.server.connect(reader, database);
    await client.query('begin read only');
    return { client, backend: this.server.findBackend(client) };
  }

  private unpark(key: string): Session | undefined {
    const parked = this.parked.get(key);
    clearTimeout(parked?.timer);
    this.parked.delete(key);
    return parked?.session;
  }

  private discard(key: string): void {
    this.unpark(key)
      ?.client.end()
      .catch(() => undefined);
  }

  private forget(key: string, session: Session): void {
    if (this.parked.get(key)?.session === session) this.unpark(key);
  }
}

function keyOf(reader: string, database: string): string {
  return `${reader}/${database}`;
}
