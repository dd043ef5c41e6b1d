import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphQLFailure } from './graphql-client';

type Next = { readonly data?: unknown; readonly errors?: readonly GraphQLFailure[] };

/** A browser's websocket to a real server, with the headers that a browser would send. */
export class GraphQLSocket {
  private readonly client: Client;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    class SocketWithHeaders extends WebSocket {
      constructor(address: string, protocols: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    const address = `${url.replace(/^http/, 'ws')}/graphql`;
    this.client = createClient({ url: address, webSocketImpl: SocketWithHeaders, retryAttempts: 0 });
  }

  /** Everything that a subscription sends until it ends; a refusal is one entry with errors. */
  async collect(
    query: string,
    more: { readonly variables?: Record<string, unknown>; readonly extensions?: Record<string, unknown> } = {},
  ) {
    const received: Next[] = [];
    await new Promise<void>((resolve, reject) => {
      this.client.subscribe(
        { query, ...more },
        {
          next: (next) => received.push(next as Next),
          complete: resolve,
          error: (error: unknown) => {
            if (Array.isArray(error)) received.push({ errors: error as GraphQLFailure[] });
            else reject(new Error(`the socket was closed: ${JSON.stringify(error)}`));
            resolve();
          },
        },
      );
    });
    return received;
  }

  /** The codes with which a subscription is refused. */
  async refusal(
    query: string,
    more: { readonly variables?: Record<string, unknown>; readonly extensions?: Record<string, unknown> } = {},
  ) {
    return (await this.collect(query, more))
      .flatMap(({ errors }) => errors ?? [])
      .map(({ extensions }) => extensions.code);
  }

  close(): void {
    void this.client.dispose();
  }
}
