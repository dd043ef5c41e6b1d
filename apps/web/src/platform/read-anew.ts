import type { ApolloClient } from '@apollo/client';

/** Forgets everything read so far and reads again what is on screen, for the person one has become. */
export async function readAnew(client: ApolloClient): Promise<void> {
  try {
    await client.resetStore();
  } catch {
    // A page that was left aborts its queries; one on screen shows its failure itself.
  }
}
