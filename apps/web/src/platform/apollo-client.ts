import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { createCache } from './apollo-cache';
import { persistedLink } from './persisted-link';
import { SocketLink } from './socket-link';

type Options = {
  readonly origin: string;
  /** Sends only operation ids (persisted operations); a production server accepts nothing else. */
  readonly isPersisted: boolean;
};

/**
 * The API client: HTTP for queries and mutations, and one WebSocket for subscriptions, open only while there is one.
 */
export function createApolloClient({ origin, isPersisted }: Options): ApolloClient {
  const transport = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new SocketLink({ url: `${origin.replace(/^http/, 'ws')}/graphql`, isPersisted }),
    new HttpLink({ uri: `${origin}/graphql`, credentials: 'same-origin' }),
  );
  return new ApolloClient({
    cache: createCache(),
    link: isPersisted ? persistedLink.concat(transport) : transport,
    devtools: { enabled: !isPersisted },
  });
}
