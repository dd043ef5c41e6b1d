import { gql, type TypedDocumentNode } from '@apollo/client';
import type { StartPreviewMutation, StartPreviewMutationVariables } from '../../generated/operations';
import { CHECK_ISSUE } from '../../platform/assessment/check-view';

export const START_PREVIEW: TypedDocumentNode<StartPreviewMutation, StartPreviewMutationVariables> = gql`
  mutation StartPreview($input: StartAssessmentPreviewInput!) {
    startAssessmentPreview(input: $input) {
      ... on StartAssessmentPreviewSuccess {
        attempt {
          id
        }
      }
      ... on AssessmentNotPublishableProblem {
        issues {
          ...Check_issue
        }
      }
      ... on AssessmentNotReadyProblem {
        waiting {
          id
          title
        }
      }
      ... on InvalidInputProblem {
        fields: issues {
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
  ${CHECK_ISSUE}
`;
