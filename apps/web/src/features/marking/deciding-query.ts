import { gql, type TypedDocumentNode } from '@apollo/client';
import { DESIGN_ANSWER, DESIGN_CONTENT } from '../../answering/kinds/design/design-fragments';
import { SCENARIO_ANSWER, SCENARIO_CONTENT } from '../../answering/kinds/scenario/scenario-fragments';
import { RUBRIC_CRITERION, RUBRIC_RED_FLAG } from '../../answering/kinds/shared/rubric-fragments';
import { TEXT_ANSWER, TEXT_CONTENT } from '../../answering/kinds/text/text-fragments';
import type {
  MarkCalibrationMutation,
  MarkCalibrationMutationVariables,
  ResolveDisagreementMutation,
  ResolveDisagreementMutationVariables,
  ReviewDisagreementsQuery,
  ReviewDisagreementsQueryVariables,
} from '../../generated/operations';
import { QUEUE } from './marking-query';

export const CALIBRATE: TypedDocumentNode<MarkCalibrationMutation, MarkCalibrationMutationVariables> = gql`
  mutation MarkCalibration($input: MarkCalibrationInput!) {
    markCalibration(input: $input) {
      ... on MarkCalibrationSuccess {
        levels {
          criterion
          level
        }
        agreed {
          criterion
          level
        }
        reason
        left
        agreement {
          n
          exact
          adjacent
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const DISAGREEMENTS: TypedDocumentNode<ReviewDisagreementsQuery, ReviewDisagreementsQueryVariables> = gql`
  query ReviewDisagreements($queueId: ID!) {
    reviewDisagreements(queueId: $queueId) {
      id
      isOwn
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
      marks {
        levels {
          criterion
          level
        }
        comments {
          criterion
          text
        }
        proposed {
          criterion
          level
        }
        reason
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

export const RESOLVE: TypedDocumentNode<ResolveDisagreementMutation, ResolveDisagreementMutationVariables> = gql`
  mutation ResolveDisagreement($input: ResolveDisagreementInput!) {
    resolveDisagreement(input: $input) {
      ... on ResolveDisagreementSuccess {
        isDecided
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

export type Disagreement = ReviewDisagreementsQuery['reviewDisagreements'][number];
export type Compared = Extract<MarkCalibrationMutation['markCalibration'], { __typename: 'MarkCalibrationSuccess' }>;
