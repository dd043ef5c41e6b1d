import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  TakeAssessmentQuery,
  TakeAssessmentQueryVariables,
  Taken_AttemptFragment,
} from '../../generated/operations';
import { SITTING_ITEM } from '../../sitting/sitting-item';
import { SITTING_SECTIONS } from '../../sitting/sitting-sections';

/** An attempt as its pages show it, in one place because entering a section reads all of it again. */
export const TAKEN: TypedDocumentNode<Taken_AttemptFragment> = gql`
  fragment Taken_attempt on Attempt {
    id
    startedAt
    closesAt
    endedAt
    recorded
    isTrial
    preview {
      assessmentId
      organization
    }
    assessment {
      title
      organizationName
      mayGoBack
      page
      hasCalculator
      documentation {
        title
        url
      }
    }
    ...Sitting_sections
    items {
      sectionId
      isClosed
      ...Sitting_item
    }
  }
  ${SITTING_ITEM}
  ${SITTING_SECTIONS}
`;

export const TAKE: TypedDocumentNode<TakeAssessmentQuery, TakeAssessmentQueryVariables> = gql`
  query TakeAssessment($id: ID!) {
    attempt(id: $id) {
      ...Taken_attempt
    }
  }
  ${TAKEN}
`;

export type Taken = TakeAssessmentQuery['attempt'];
export type TakenItem = Taken['items'][number];

/** A preview whose time runs. */
export type RunningPreview = Pick<Taken, 'id' | 'startedAt' | 'closesAt'>;
