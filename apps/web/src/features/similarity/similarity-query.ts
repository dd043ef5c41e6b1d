import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CompareProgramsMutation,
  CompareProgramsMutationVariables,
  SimilarityQuery,
  SimilarityQueryVariables,
  SimilarPairQuery,
  SimilarPairQueryVariables,
  SimilarPairsQuery,
  SimilarPairsQueryVariables,
} from '../../generated/operations';

export const SIMILARITY: TypedDocumentNode<SimilarityQuery, SimilarityQueryVariables> = gql`
  query Similarity($assessmentId: ID!) {
    similarity(assessmentId: $assessmentId) {
      id
      progress
      doneAt
      failedAt
      isOutdated
      pairCount
      questions {
        title
        language
        programs
        compared
        pairs
        median
        line
      }
    }
  }
`;

export const SIMILAR_PAIRS: TypedDocumentNode<SimilarPairsQuery, SimilarPairsQueryVariables> = gql`
  query SimilarPairs($assessmentId: ID!, $after: String) {
    similarPairs(assessmentId: $assessmentId, first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          title
          language
          similarity
          above
          longest
          left {
            attemptId
            name
          }
          right {
            attemptId
            name
          }
        }
      }
    }
  }
`;

export const SIMILAR_PAIR: TypedDocumentNode<SimilarPairQuery, SimilarPairQueryVariables> = gql`
  query SimilarPair($assessmentId: ID!, $pairId: ID!) {
    similarPair(assessmentId: $assessmentId, pairId: $pairId) {
      id
      title
      language
      similarity
      above
      longest
      left {
        attemptId
        name
        source
      }
      right {
        attemptId
        name
        source
      }
      matches {
        left {
          from
          to
        }
        right {
          from
          to
        }
      }
    }
  }
`;

export const COMPARE: TypedDocumentNode<CompareProgramsMutation, CompareProgramsMutationVariables> = gql`
  mutation ComparePrograms($input: CompareProgramsInput!) {
    comparePrograms(input: $input) {
      ... on CompareProgramsSuccess {
        check {
          id
          progress
          doneAt
          failedAt
          isOutdated
          pairCount
        }
      }
    }
  }
`;

export type Check = NonNullable<SimilarityQuery['similarity']>;
export type Pair = SimilarPairsQuery['similarPairs']['edges'][number]['node'];
export type PairShown = NonNullable<SimilarPairQuery['similarPair']>;
