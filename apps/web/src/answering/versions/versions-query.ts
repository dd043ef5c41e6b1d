import { gql, type TypedDocumentNode } from '@apollo/client';
import type { RevisionsQuery, RevisionsQueryVariables } from '../../generated/operations';
import { KINDS_REVISION } from '../kinds/fragments';

export const REVISIONS: TypedDocumentNode<RevisionsQuery, RevisionsQueryVariables> = gql`
  query Revisions($itemId: ID!, $after: String) {
    revisions(itemId: $itemId, first: 10, after: $after) {
      edges {
        cursor
        node {
          id
          ...Kinds_revision
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${KINDS_REVISION}
`;

export type Revision = RevisionsQuery['revisions']['edges'][number]['node'];
