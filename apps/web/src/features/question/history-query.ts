import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CodeFeedbackQuery,
  CodeFeedbackQueryVariables,
  SubmissionHistoryQuery,
  SubmissionHistoryQueryVariables,
} from '../../generated/operations';
import { SENT_CODE } from '../../workspace/runs/sent-code';

/** The latest submissions; runs are not stored. */
export const SUBMISSION_HISTORY: TypedDocumentNode<SubmissionHistoryQuery, SubmissionHistoryQueryVariables> = gql`
  query SubmissionHistory($slug: String!, $after: String) {
    submissions(slug: $slug, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          ...SentCode_submission
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${SENT_CODE}
`;

/** Queried again after a submission is graded: full marks open the explanation. */
export const CODE_FEEDBACK: TypedDocumentNode<CodeFeedbackQuery, CodeFeedbackQueryVariables> = gql`
  query CodeFeedback($attemptId: ID!) {
    attempt(id: $attemptId) {
      id
      endedAt
      items {
        id
        question {
          id
          practiceState
        }
        feedback {
          earned
          possible
          explanation
          sources
        }
      }
    }
  }
`;
