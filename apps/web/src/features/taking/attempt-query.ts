import { gql, type TypedDocumentNode } from '@apollo/client';
import type { TakeAssessmentQuery, TakeAssessmentQueryVariables } from '../../generated/operations';
import { SITTING_ITEM } from '../../sitting/sitting-item';

export const TAKE: TypedDocumentNode<TakeAssessmentQuery, TakeAssessmentQueryVariables> = gql`
  query TakeAssessment($id: ID!) {
    attempt(id: $id) {
      id
      startedAt
      closesAt
      endedAt
      isTrial
      preview {
        assessmentId
        organization
      }
      assessment {
        title
        organizationName
        mayGoBack
        hasCalculator
        sections {
          id
          title
        }
        documentation {
          title
          url
        }
      }
      items {
        sectionId
        isClosed
        ...Sitting_item
      }
    }
  }
  ${SITTING_ITEM}
`;

export type Taken = TakeAssessmentQuery['attempt'];
export type TakenItem = Taken['items'][number];
