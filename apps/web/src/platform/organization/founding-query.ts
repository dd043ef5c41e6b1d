import { gql, type TypedDocumentNode } from '@apollo/client';
import type { FoundingQuery, FoundingQueryVariables } from '../../generated/operations';

/** Why the viewer may not found an organization; null if they may. */
export const FOUNDING: TypedDocumentNode<FoundingQuery, FoundingQueryVariables> = gql`
  query Founding {
    foundingRefusal
  }
`;
