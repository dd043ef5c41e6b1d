import type { ApolloClient } from '@apollo/client';

/** Clears the cache and refetches active queries for the new viewer. */
export async function readAnew(client: ApolloClient): Promise<void> {
  try {
    await client.resetStore();
  } catch {
    // Queries of an unmounted page are aborted; a mounted one shows its failure itself.
  }
}
