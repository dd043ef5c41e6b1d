import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AuditActorsQuery,
  AuditActorsQueryVariables,
  AuditQuery,
  AuditQueryVariables,
} from '../../generated/operations';

export const AUDIT: TypedDocumentNode<AuditQuery, AuditQueryVariables> = gql`
  query Audit($slug: String!, $filter: AuditFilter, $first: Int!, $after: String) {
    audit(slug: $slug, filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          at
          act
          actor {
            id
            name
          }
          object {
            id
            name
          }
          detail {
            name
            value
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const ACTORS: TypedDocumentNode<AuditActorsQuery, AuditActorsQueryVariables> = gql`
  query AuditActors($slug: String!) {
    auditActors(slug: $slug) {
      id
      name
    }
  }
`;
