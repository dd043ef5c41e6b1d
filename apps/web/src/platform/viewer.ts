import { type ApolloClient, gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { ViewerQuery, ViewerQueryVariables } from '../generated/operations';

/** The viewer: read by the top bar, and again after every sign-in and sign-out. */
export const VIEWER: TypedDocumentNode<ViewerQuery, ViewerQueryVariables> = gql`
  query Viewer {
    viewer {
      account {
        id
        email
        displayName
      }
      isGuest
      memberships {
        organization {
          id
          slug
          name
        }
        roles
        lacks
      }
    }
  }
`;

export type Viewer = ViewerQuery['viewer'];

/** The viewer; null while loading. */
export function useViewer(): Viewer | null {
  return useQuery(VIEWER).data?.viewer ?? null;
}

/** Clears the cache and refetches active queries for the new viewer. */
export async function refetchForViewer(client: ApolloClient): Promise<void> {
  try {
    await client.resetStore();
  } catch {
    // Queries of an unmounted page are aborted; a mounted one shows its failure itself.
  }
}
