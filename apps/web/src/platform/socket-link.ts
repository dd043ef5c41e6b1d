import { ApolloLink } from '@apollo/client';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import { Observable } from 'rxjs';

const errorOf = (reason: unknown): Error =>
  reason instanceof Error ? reason : new Error('The connection for live changes was closed');

/** Subscriptions over graphql-ws. Persisted ones send an empty query and their id in `extensions.persistedQuery`. */
export class SocketLink extends ApolloLink {
  constructor(
    private readonly sockets: Client,
    private readonly options: { readonly isPersisted: boolean },
  ) {
    super();
  }

  override request({ query, variables, operationName, extensions }: ApolloLink.Operation) {
    return new Observable<ApolloLink.Result>((observer) =>
      this.sockets.subscribe(
        {
          query: this.options.isPersisted ? '' : print(query),
          variables,
          extensions,
          ...(operationName ? { operationName } : {}),
        },
        {
          next: (value) => observer.next(value as ApolloLink.Result),
          error: (reason) => observer.error(errorOf(reason)),
          complete: () => observer.complete(),
        },
      ),
    );
  }
}
