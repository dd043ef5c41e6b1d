import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  JudgedView_SubmissionFragment,
  RunCodeMutation,
  RunCodeMutationVariables,
  SubmissionChangedSubscription,
  SubmissionChangedSubscriptionVariables,
  SubmissionQuery,
  SubmissionQueryVariables,
  SubmissionView_SubmissionFragment,
  SubmitCodeMutation,
  SubmitCodeMutationVariables,
} from '../../generated/operations';

import { KINDS_RESPONSE } from '../../answering/kinds/fragments';
import { VERDICT_VIEW } from './sent-code';

/**
 * All but the cases, which only runs have, and the further limits of a metric: in a list of submissions they would cost
 * more than a query may.
 */
export const JUDGED_VIEW: TypedDocumentNode<JudgedView_SubmissionFragment> = gql`
  fragment JudgedView_submission on Submission {
    id
    purpose
    language
    source
    sentAt
    status
    placeInQueue
    earned
    possible
    verdict {
      ...VerdictView_verdict
    }
    groups {
      name
      title
      hint
      passed
      total
      points
      timeQuarters
      memoryQuarters
      verdict {
        ...VerdictView_verdict
      }
    }
    metric {
      name
      isHigherBetter
      value
      low
      high
      innerLow
      innerHigh
      n
      unit
      pass
      stretch
      baseline
      reference
      spread
      maxSpread
    }
  }
  ${VERDICT_VIEW}
`;

export const SUBMISSION_VIEW: TypedDocumentNode<SubmissionView_SubmissionFragment> = gql`
  fragment SubmissionView_submission on Submission {
    ...JudgedView_submission
    metric {
      guards {
        title
        name
        isHigherBetter
        value
        limit
        isKept
      }
    }
    cases {
      group
      input
      expected
      actual
      stdout
      stderr
      cpuMs
      wallMs
      memoryBytes
      table {
        columns
        rows
      }
      verdict {
        ...VerdictView_verdict
      }
    }
  }
  ${JUDGED_VIEW}
`;

export type JudgedView = JudgedView_SubmissionFragment;

/** The groups that earn points. A model is graded as a whole: its only group carries none of its own. */
export function groupsOf({ groups }: JudgedView): JudgedView['groups'] {
  return groups.filter(({ points }) => points > 0);
}

export const passedOf = (groups: JudgedView['groups']): number =>
  groups.filter(({ verdict }) => verdict.kind === 'PASSED').length;
export type SubmissionView = SubmissionView_SubmissionFragment;
export type CaseView = SubmissionView['cases'][number];
export type VerdictView = CaseView['verdict'];
export type MetricView = NonNullable<SubmissionView['metric']>;

export const SUBMISSION: TypedDocumentNode<SubmissionQuery, SubmissionQueryVariables> = gql`
  query Submission($id: ID!) {
    submission(id: $id) {
      id
      ...SubmissionView_submission
    }
  }
  ${SUBMISSION_VIEW}
`;

export const SUBMISSION_CHANGED: TypedDocumentNode<
  SubmissionChangedSubscription,
  SubmissionChangedSubscriptionVariables
> = gql`
  subscription SubmissionChanged($id: ID!) {
    submissionChanged(id: $id) {
      id
      ...SubmissionView_submission
    }
  }
  ${SUBMISSION_VIEW}
`;

export const RUN_CODE: TypedDocumentNode<RunCodeMutation, RunCodeMutationVariables> = gql`
  mutation RunCode($input: RunCodeInput!) {
    runCode(input: $input) {
      ... on RunCodeSuccess {
        submission {
          id
          ...SubmissionView_submission
        }
      }
      ... on AttemptClosedProblem {
        closedAt
      }
      ... on SourceRefusedProblem {
        sourceReason: reason
      }
      ... on TooManySubmissionsProblem {
        submissionLimit: limit
        nextAt
      }
      ... on GradingUnavailableProblem {
        unavailableReason: reason
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
  ${SUBMISSION_VIEW}
`;

export const SUBMIT_CODE: TypedDocumentNode<SubmitCodeMutation, SubmitCodeMutationVariables> = gql`
  mutation SubmitCode($input: SubmitCodeInput!) {
    submitCode(input: $input) {
      ... on SubmitCodeSuccess {
        submission {
          id
          ...SubmissionView_submission
        }
      }
      ... on StaleRevisionProblem {
        current {
          ...Kinds_response
        }
      }
      ... on AttemptClosedProblem {
        closedAt
      }
      ... on SourceRefusedProblem {
        sourceReason: reason
      }
      ... on TooManySubmissionsProblem {
        submissionLimit: limit
        nextAt
      }
      ... on GradingUnavailableProblem {
        unavailableReason: reason
      }
      ... on Problem {
        code
      }
    }
  }
  ${SUBMISSION_VIEW}
  ${KINDS_RESPONSE}
`;
