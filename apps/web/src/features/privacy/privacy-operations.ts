import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  PrivacyQuery,
  PrivacyQueryVariables,
  RetentionPreviewQuery,
  RetentionPreviewQueryVariables,
  SavePrivacyMutation,
  SavePrivacyMutationVariables,
} from '../../generated/operations';

export const PRIVACY: TypedDocumentNode<PrivacyQuery, PrivacyQueryVariables> = gql`
  query Privacy($slug: String!) {
    privacy(slug: $slug) {
      hidesNames
      months {
        recordings
        answers
        people
      }
    }
  }
`;

export const PREVIEW: TypedDocumentNode<RetentionPreviewQuery, RetentionPreviewQueryVariables> = gql`
  query RetentionPreview($slug: String!, $months: RetentionInput!) {
    retentionPreview(slug: $slug, months: $months) {
      recordings
      answers
      people
    }
  }
`;

export const SAVE: TypedDocumentNode<SavePrivacyMutation, SavePrivacyMutationVariables> = gql`
  mutation SavePrivacy($input: SavePrivacyInput!) {
    savePrivacy(input: $input) {
      ... on SavePrivacySuccess {
        privacy {
          hidesNames
          months {
            recordings
            answers
            people
          }
        }
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;
