import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { APP_OPTIONS, type AppOptions } from '../app-options';

/** The payload when notifications may have been lost, so that listeners read the tables. */
const LOOK_AGAIN = '';

type Listener = (id: string) => void;

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

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
      await this.statements;
    } catch (error) {
      this.lost(client, error as Error);
    }
  }

  private listen(channel: string): void {
    const { client } = this;
    if (!client) return;
    this.statements = this.statements
      .then(() => client.query(`listen ${client.escapeIdentifier(channel)}`))
      .then(() => this.tell(channel, LOOK_AGAIN))
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
