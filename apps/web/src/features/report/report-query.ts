import { gql, type TypedDocumentNode } from '@apollo/client';
import { ANSWER_ITEM } from '../../answering/answer-item';
import type {
  ReleaseReportsMutation,
  ReleaseReportsMutationVariables,
  ReportEvidenceQuery,
  ReportEvidenceQueryVariables,
  ReportQuery,
  ReportQueryVariables,
} from '../../generated/operations';
import { JUDGED_VIEW } from '../../workspace/runs/submission-query';

export const REPORT: TypedDocumentNode<ReportQuery, ReportQueryVariables> = gql`
  query Report($attemptId: ID!) {
    report(attemptId: $attemptId) {
      attemptId
      assessmentId
      assessmentTitle
      candidateName
      endedOn
      releasedAt
      pending
      passLine
      showsKeys
      total {
        value
        low
        high
        innerLow
        innerHigh
        items
        isProvisional
      }
      skills {
        skillId
        name
        band {
          value
          low
          high
          innerLow
          innerHigh
          items
        }
      }
      summary {
        code
        line
        percent
        value
        low
        high
        n
        needed
        skills {
          name
        }
      }
      items {
        id
        position
        title
        kind
        sectionTitle
        weight
        earned
        possible
        pending
        state
        timeShare
        groups {
          title
          points
          passed
          total
        }
        reviews {
          noteToCandidate
          levels {
            criterion
            level
            top
            comment
          }
        }
      }
      history {
        number
        earned
        possible
        cause
        reason
        scoredOn
      }
      corrections {
        id
        kind
        reason
      }
      events {
        kind
        position
        length
        seconds
      }
    }
  }
`;

/** Questions and answers, read when the first of them is opened. */
export const REPORT_EVIDENCE: TypedDocumentNode<ReportEvidenceQuery, ReportEvidenceQueryVariables> = gql`
  query ReportEvidence($attemptId: ID!) {
    report(attemptId: $attemptId) {
      attemptId
      showsKeys
      items {
        id
        evidence {
          id
          isAnswered
          kind
          ...AnswerItem_item
          content {
            ... on CodeContent {
              statement
              metric {
                name
              }
            }
          }
          submissions {
            ...JudgedView_submission
          }
        }
      }
    }
  }
  ${ANSWER_ITEM}
  ${JUDGED_VIEW}
`;

export const RELEASE_REPORTS: TypedDocumentNode<ReleaseReportsMutation, ReleaseReportsMutationVariables> = gql`
  mutation ReleaseReports($input: ReleaseReportsInput!) {
    releaseReports(input: $input) {
      ... on ReleaseReportsSuccess {
        releasedCount
      }
      ... on MarksMissingProblem {
        code
      }
    }
  }
`;

export type ShownReport = NonNullable<ReportQuery['report']>;
export type ReportedItem = ShownReport['items'][number];
