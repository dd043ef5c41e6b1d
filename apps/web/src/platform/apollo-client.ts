import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { createCache } from './apollo-cache';
import { persistedLink } from './persisted-link';
import { SocketLink } from './socket-link';

type Options = {
  readonly origin: string;
  /** Operations travel by their id alone; a production server answers no others. */
  readonly isPersisted: boolean;
};

/** The way to the API: HTTP for questions and acts, one websocket, open only while something is watched, for changes. */
export function createApolloClient({ origin, isPersisted }: Options): ApolloClient {
  const transport = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new SocketLink({ url: `${origin.replace(/^http/, 'ws')}/graphql`, isPersisted }),
    new HttpLink({ uri: `${origin}/graphql`, credentials: 'same-origin' }),
  );
  return new ApolloClient({
    cache: createCache(),
    link: isPersisted ? persistedLink().concat(transport) : transport,
    devtools: { enabled: !isPersisted },
  });
}
