import { gql, type TypedDocumentNode } from '@apollo/client';
import { createContext, use } from 'react';
import type { AssessmentQuery, AssessmentQueryVariables } from '../../generated/operations';

/** Read by the layout of an assessment's pages. What a page changes of it is written to the cache by its id. */
export const ASSESSMENT: TypedDocumentNode<AssessmentQuery, AssessmentQueryVariables> = gql`
  query Assessment($id: ID!) {
    assessment(id: $id) {
      id
      title
      archivedAt
      draftRevision
      hasUnpublishedChanges
      versions {
        id
        number
        title
        publishedAt
        minutes
        isReady
      }
    }
  }
`;

export type ShownAssessment = AssessmentQuery['assessment'];

export const AssessmentContext = createContext<ShownAssessment | null>(null);

/** The assessment of the page, with its published versions, newest first. Only below the layout of an assessment. */
export function useAssessment(): ShownAssessment {
  const assessment = use(AssessmentContext);
  if (assessment === null) throw new Error('useAssessment is called outside the pages of an assessment.');
  return assessment;
}
