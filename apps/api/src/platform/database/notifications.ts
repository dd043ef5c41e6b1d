import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client, escapeIdentifier } from 'pg';
import { APP_OPTIONS, type AppOptions } from '../app-options';

/** The payload when notifications may have been lost, so that listeners read the tables. */
const LOOK_AGAIN = '';

type Listener = (id: string) => void;

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/** The first key of the advisory locks by which processes show that they are there; the second is a hash of a name. */
const PRESENCE = 7_314_086;

/** SQL: whether some process holds the name that an expression gives. */
export const isHeldSql = (name: string): string => `exists (select from pg_locks l
  where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = ${PRESENCE}
    and l.database = (select oid from pg_database where datname = current_database())
    and l.objid = (hashtext(${name})::bigint & 4294967295)::oid)`;

/**
 * LISTEN/NOTIFY on one connection for the whole process.
 *
 * A notification carries only the id of the changed row; listeners read the row.
 */
@Injectable()
export class Notifications implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<Listener>>();
  /** Null while disconnected. */
  private client: Client | null = null;
  private readonly held = new Set<string>();
  private readonly isLost = new WeakSet<Client>();
  /** Serializes the statements on the connection. */
  private statements: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private waitMs = FIRST_WAIT_MS;
  private closed = false;

  constructor(@Inject(APP_OPTIONS) private readonly options: AppOptions) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /** Calls back on every notification of the channel, and with an empty id if some may have been lost. */
  onNotice(channel: string, listener: Listener): () => void {
    const known = this.listeners.get(channel);
    const listeners = known ?? new Set<Listener>();
    listeners.add(listener);
    this.listeners.set(channel, listeners);
    if (!known) this.listen(channel);
    return () => listeners.delete(listener);
  }

  /** Holds a name for as long as this process is connected, so that others can see that it runs (`isHeldSql`). */
  hold(name: string): void {
    this.held.add(name);
    this.send('select pg_advisory_lock_shared($1, hashtext($2))', [PRESENCE, name]);
  }

  letGo(name: string): void {
    if (this.held.delete(name)) this.send('select pg_advisory_unlock_shared($1, hashtext($2))', [PRESENCE, name]);
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    const url = this.options.settings.databaseUrl ?? '';
    const client = new Client({ connectionString: url, keepAlive: true, application_name: 'holdout-api-listen' });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the database closed the connection')));
    client.on('notification', ({ channel, payload }) => this.tell(channel, payload ?? LOOK_AGAIN));
    try {
      await client.connect();
      this.client = client;
      this.waitMs = FIRST_WAIT_MS;
      for (const channel of this.listeners.keys()) this.listen(channel);
      for (const name of this.held) this.hold(name);
      await this.statements;
    } catch (error) {
      this.lost(client, error as Error);
    }
  }

  private listen(channel: string): void {
    this.send(`listen ${escapeIdentifier(channel)}`, [], () => this.tell(channel, LOOK_AGAIN));
  }

  /** Sends a statement on this connection. If it is lost first, `connect` repeats what still counts. */
  private send(sql: string, values: readonly unknown[], done?: () => void): void {
    const { client } = this;
    if (!client) return;
    this.statements = this.statements
      .then(() => client.query(sql, [...values]))
      .then(done)
      .catch(() => undefined);
  }

  private tell(channel: string, id: string): void {
    for (const listener of this.listeners.get(channel) ?? []) listener(id);
  }

  private lost(client: Client, error: Error): void {
    if (this.closed || this.isLost.has(client)) return;
    this.isLost.add(client);
    this.client = null;
    client.end().catch(() => undefined);
    this.options.log.warn({ err: error }, 'listening to the database was interrupted');
    this.timer = setTimeout(() => void this.connect(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }
}
