import { gql, type TypedDocumentNode } from '@apollo/client';
import { DESIGN_ANSWER, DESIGN_CONTENT } from '../../answering/kinds/design/design-fragments';
import { SCENARIO_ANSWER, SCENARIO_CONTENT } from '../../answering/kinds/scenario/scenario-fragments';
import { RUBRIC_CRITERION, RUBRIC_RED_FLAG } from '../../answering/kinds/shared/rubric-fragments';
import { TEXT_ANSWER, TEXT_CONTENT } from '../../answering/kinds/text/text-fragments';
import type {
  MarkingQueueQuery,
  MarkingQueueQueryVariables,
  MarkingQueuesQuery,
  MarkingQueuesQueryVariables,
  OpenMarkingMutation,
  OpenMarkingMutationVariables,
  SaveReviewMutation,
  SaveReviewMutationVariables,
} from '../../generated/operations';

export const QUEUE = gql`
  fragment MarkingQueue_queue on MarkingQueue {
    id
    title
    assessmentTitle
    kind
    toMark
    secondMarks
    doneCount
    disagreementCount
    medianSeconds
    dueAt
  }
`;

export const QUEUES: TypedDocumentNode<MarkingQueuesQuery, MarkingQueuesQueryVariables> = gql`
  query MarkingQueues($organization: String!) {
    markingQueues(organization: $organization) {
      ...MarkingQueue_queue
    }
  }
  ${QUEUE}
`;

export const ONE_QUEUE: TypedDocumentNode<MarkingQueueQuery, MarkingQueueQueryVariables> = gql`
  query MarkingQueue($queueId: ID!) {
    markingQueue(queueId: $queueId) {
      ...MarkingQueue_queue
    }
  }
  ${QUEUE}
`;

export const OPEN: TypedDocumentNode<OpenMarkingMutation, OpenMarkingMutationVariables> = gql`
  mutation OpenMarking($input: OpenMarkingInput!) {
    openMarking(input: $input) {
      ... on OpenMarkingSuccess {
        task {
          id
          number
          total
          content {
            ...Text_content
            ...Scenario_content
            ...Design_content
          }
          answer {
            ...Text_answer
            ...Scenario_answer
            ...Design_answer
          }
          rubric {
            ...Rubric_criterion
          }
          redFlags {
            ...Rubric_redFlag
          }
          samples {
            name
            text
            levels {
              criterion
              level
            }
          }
          explanation
          detail {
            ... on TextFeedback {
              accepted
            }
            ... on DesignFeedback {
              numbers {
                id
                earned
                possible
              }
            }
          }
          dueAt
          review {
            number
            levels {
              criterion
              level
            }
            comments {
              criterion
              text
            }
            noteToCandidate
            privateNote
            isFlagged
          }
        }
      }
      ... on OpenCalibrationSuccess {
        calibration {
          id
          number
          total
          content {
            ...Text_content
            ...Scenario_content
            ...Design_content
          }
          text
          answer {
            ...Text_answer
            ...Scenario_answer
            ...Design_answer
          }
          rubric {
            ...Rubric_criterion
          }
          redFlags {
            ...Rubric_redFlag
          }
          explanation
          detail {
            ... on TextFeedback {
              accepted
            }
            ... on DesignFeedback {
              numbers {
                id
                earned
                possible
              }
            }
          }
        }
      }
      ... on Problem {
        code
      }
    }
  }
  ${TEXT_CONTENT}
  ${SCENARIO_CONTENT}
  ${DESIGN_CONTENT}
  ${TEXT_ANSWER}
  ${SCENARIO_ANSWER}
  ${DESIGN_ANSWER}
  ${RUBRIC_CRITERION}
  ${RUBRIC_RED_FLAG}
`;

export const SAVE: TypedDocumentNode<SaveReviewMutation, SaveReviewMutationVariables> = gql`
  mutation SaveReview($input: SaveReviewInput!) {
    saveReview(input: $input) {
      ... on SaveReviewSuccess {
        queue {
          ...MarkingQueue_queue
        }
      }
      ... on Problem {
        code
      }
    }
  }
  ${QUEUE}
`;

export type Queue = MarkingQueuesQuery['markingQueues'][number];
type Opened = OpenMarkingMutation['openMarking'];
export type Task = Extract<Opened, { __typename: 'OpenMarkingSuccess' }>['task'];
export type Calibration = Extract<Opened, { __typename: 'OpenCalibrationSuccess' }>['calibration'];
export type Sample = Task['samples'][number];
/** What all of these show of an answer. */
export type Shown = Pick<Task, 'content' | 'answer' | 'rubric' | 'redFlags' | 'explanation' | 'detail'> & {
  readonly id: string;
  readonly samples: readonly Sample[];
  /** In place of an answer: a sample of the question's author. */
  readonly text: string | null;
};
export type Criterion = Task['rubric'][number];
