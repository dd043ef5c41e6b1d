import type { Client } from 'pg';
import type { Backend } from './postgres-backend';
import type { PostgresServer } from './postgres-server';

/** A connection for one statement, in a transaction that may only read. */
export type Session = { readonly client: Client; readonly backend: Backend | undefined };

type Parked = { readonly session: Session; readonly timer: NodeJS.Timeout };

/** About 5 MB each of the server's memory. */
const MOST_PARKED = 8;
const IDLE_MS = 60_000;

/**
 * Connections opened ahead, each for one statement. To connect takes the server as long as many a query, and where one
 * statement was run another mostly follows.
 */
export class Sessions {
  private readonly parked = new Map<string, Parked>();

  constructor(private readonly server: PostgresServer) {}

  /** One that nobody has used. */
  async take(reader: string, database: string): Promise<Session> {
    const ready = this.unpark(keyOf(reader, database));
    return ready ?? (await this.open(reader, database));
  }

  /** Opens the next one, unless the server or the database is gone by then. */
  async park(reader: string, database: string): Promise<void> {
    const key = keyOf(reader, database);
    if (this.parked.has(key)) return;
    const session = await this.open(reader, database).catch(() => undefined);
    if (!session) return;
    this.discard(key);
    session.client.once('end', () => this.forget(key, session));
    this.parked.set(key, { session, timer: setTimeout(() => this.discard(key), IDLE_MS).unref() });
    const [oldest] = this.parked.keys();
    if (this.parked.size > MOST_PARKED && oldest !== undefined) this.discard(oldest);
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
