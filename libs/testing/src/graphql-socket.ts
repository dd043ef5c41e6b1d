import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphQLFailure } from './graphql-client';

type Next = { readonly data?: unknown; readonly errors?: readonly GraphQLFailure[] };

/** A GraphQL websocket to a real server, with the headers that a browser sends. */
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

  /** All results of a subscription until it ends, or the first `atMost`; a refusal is one result with errors. */
  async collect(
    query: string,
    {
      atMost = Infinity,
      ...more
    }: {
      readonly variables?: Record<string, unknown>;
      readonly extensions?: Record<string, unknown>;
      readonly atMost?: number;
    } = {},
  ) {
    const received: Next[] = [];
    await new Promise<void>((resolve, reject) => {
      const stop = this.client.subscribe(
        { query, ...more },
        {
          next: (next) => {
            received.push(next as Next);
            if (received.length >= atMost) stop();
          },
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

  /** A subscription that stays open: its first result, and the code with which the server closes the socket. */
  watch(query: string, variables: Record<string, unknown>) {
    const opened = Promise.withResolvers<Next>();
    const closed = Promise.withResolvers<number>();
    const end = (): void => opened.reject(new Error('the subscription ended'));
    this.client.on('closed', (event) => {
      end();
      closed.resolve((event as { code: number }).code);
    });
    this.client.subscribe(
      { query, variables },
      { next: (next) => opened.resolve(next as Next), error: end, complete: end },
    );
    return { opened: opened.promise, closed: closed.promise };
  }

  /** The error codes of a subscription that must be refused. */
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
