import { ApolloLink } from '@apollo/client';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import { Observable } from 'rxjs';

type Options = { readonly url: string; readonly isPersisted: boolean };

const errorOf = (reason: unknown): Error =>
  reason instanceof Error ? reason : new Error('The connection for live changes was closed');

/** Subscriptions over graphql-ws. Persisted ones send an empty query and their id in `extensions.persistedQuery`. */
export class SocketLink extends ApolloLink {
  private client: Promise<Client> | undefined;

  constructor(private readonly options: Options) {
    super();
  }

  override request(operation: ApolloLink.Operation) {
    return new Observable<ApolloLink.Result>((observer) => {
      let isWanted = true;
      let stop: () => void = () => undefined;
      this.connect().then(
        (client) => {
          if (isWanted) stop = this.subscribe(client, operation, observer);
        },
        (reason: unknown) => observer.error(errorOf(reason)),
      );
      return () => {
        isWanted = false;
        stop();
      };
    });
  }

  /** Fetches the WebSocket code with the first subscription; the socket is open only while there is one. */
  private connect(): Promise<Client> {
    this.client ??= import('graphql-ws').then(({ createClient }) =>
      createClient({ url: this.options.url, lazy: true, retryAttempts: 20 }),
    );
    return this.client;
  }

  private subscribe(
    client: Client,
    { query, variables, operationName, extensions }: ApolloLink.Operation,
    observer: { next: (value: ApolloLink.Result) => void; error: (reason: Error) => void; complete: () => void },
  ): () => void {
    const text = this.options.isPersisted ? '' : print(query);
    return client.subscribe(
      { query: text, variables, extensions, ...(operationName ? { operationName } : {}) },
      {
        next: (value) => observer.next(value as ApolloLink.Result),
        error: (reason) => observer.error(errorOf(reason)),
        complete: () => observer.complete(),
      },
    );
  }
}
