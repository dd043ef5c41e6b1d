import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { of } from 'rxjs';
import { persistedLink } from './persisted-link';

const ASK = gql`
  query Ask {
    viewer {
      isGuest
    }
  }
`;

/** As the build writes it: the id stands beside the operation. */
const withId = (id: string): DocumentNode => ({
  ...ASK,
  definitions: ASK.definitions.map((definition) => ({ ...definition, id })),
});

function clientOf() {
  const sent: ApolloLink.Operation[] = [];
  const end = new ApolloLink((operation) => {
    sent.push(operation);
    return of({ data: { viewer: { __typename: 'Viewer', isGuest: false } } });
  });
  return { sent, client: new ApolloClient({ cache: new InMemoryCache(), link: persistedLink.concat(end) }) };
}

test('an operation travels by its id, without its text', async () => {
  const { client, sent } = clientOf();
  await client.query({ query: withId('ab12') });
  expect(sent[0]?.extensions).toEqual({ persistedQuery: { version: 1, sha256Hash: 'ab12' } });
  expect(sent[0]?.getContext()['http']).toEqual({ includeQuery: false, includeExtensions: true });
});

test('an operation that the build did not know is refused before it is sent', async () => {
  const { client, sent } = clientOf();
  await expect(client.query({ query: ASK })).rejects.toThrow('Ask');
  expect(sent).toEqual([]);
});
