import { type ApolloClient, gql, type TypedDocumentNode } from '@apollo/client';
import type { ItemNowQuery, ItemNowQueryVariables } from '../generated/operations';
import type { SavedResponse } from './draft';
import { KINDS_FEEDBACK } from './kinds/fragments';
import { SCENARIO_CONTENT } from './kinds/scenario/scenario-fragments';
import { SAVED_ITEM } from './save-response';

/**
 * What another tab or device may have changed in an item. Content is replaced in the cache as a whole, so it is read only
 * where all of it is asked for.
 */
export const ITEM_NOW: TypedDocumentNode<ItemNowQuery, ItemNowQueryVariables> = gql`
  query ItemNow($id: ID!, $isScenario: Boolean!) {
    attemptItem(id: $id) {
      ...SavedItem_item
      content @include(if: $isScenario) {
        ... on ScenarioContent {
          ...Scenario_content
        }
      }
      codeDrafts {
        language
        source
      }
      feedback {
        ...Kinds_feedback
      }
    }
  }
  ${SAVED_ITEM}
  ${SCENARIO_CONTENT}
  ${KINDS_FEEDBACK}
`;

/** Reads an item again; null if the server cannot be reached. */
export async function readItemNow(
  client: ApolloClient,
  variables: { readonly id: string; readonly isScenario: boolean },
): Promise<SavedResponse | null> {
  try {
    const { data } = await client.query({ query: ITEM_NOW, variables, fetchPolicy: 'network-only' });
    return data?.attemptItem.response ?? null;
  } catch {
    return null;
  }
}
