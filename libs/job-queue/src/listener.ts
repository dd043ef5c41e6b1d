import { Client } from 'pg';

export type ListenerOptions = {
  readonly url: string;
  readonly channels: readonly string[];
  /** Called on every notification, and after every reconnect, because notifications may have been missed. */
  readonly onNotice: (channel: string) => void;
  readonly onError: (error: Error) => void;
};

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/** LISTEN on its own connection, which reconnects with back-off. */
export class Listener {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private waitMs = FIRST_WAIT_MS;
  private closed = false;

  constructor(private readonly options: ListenerOptions) {}

  /** Resolves after the first attempt, whether or not it succeeded. */
  async start(): Promise<void> {
    if (this.closed) return;
    const client = new Client({ connectionString: this.options.url, keepAlive: true });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the database closed the connection')));
    client.on('notification', ({ channel }) => this.options.onNotice(channel));
    try {
      await client.connect();
      for (const channel of this.options.channels) await client.query(`listen ${channel}`);
      this.waitMs = FIRST_WAIT_MS;
      this.options.channels.forEach((channel) => this.options.onNotice(channel));
    } catch (error) {
      this.lost(client, error as Error);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private lost(client: Client, error: Error): void {
    if (this.closed || client !== this.client) return;
    this.client = null;
    client.end().catch(() => undefined);
    this.options.onError(error);
    this.timer = setTimeout(() => void this.start(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }
}
