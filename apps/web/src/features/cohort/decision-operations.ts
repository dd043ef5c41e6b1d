import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  DecideCandidatesMutation,
  DecideCandidatesMutationVariables,
  DeleteCohortViewMutation,
  DeleteCohortViewMutationVariables,
  SaveCohortViewMutation,
  SaveCohortViewMutationVariables,
  UndoDecisionsMutation,
  UndoDecisionsMutationVariables,
} from '../../generated/operations';

export const DECIDE: TypedDocumentNode<DecideCandidatesMutation, DecideCandidatesMutationVariables> = gql`
  mutation DecideCandidates($input: DecideCandidatesInput!) {
    decideCandidates(input: $input) {
      ... on DecideCandidatesSuccess {
        entries {
          attemptId
          decision {
            kind
            number
            reason
            decidedAt
            decidedBy
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

export const UNDO: TypedDocumentNode<UndoDecisionsMutation, UndoDecisionsMutationVariables> = gql`
  mutation UndoDecisions($input: UndoDecisionsInput!) {
    undoDecisions(input: $input) {
      ... on UndoDecisionsSuccess {
        entries {
          attemptId
          decision {
            kind
            number
            reason
            decidedAt
            decidedBy
          }
        }
      }
    }
  }
`;

export const SAVE_VIEW: TypedDocumentNode<SaveCohortViewMutation, SaveCohortViewMutationVariables> = gql`
  mutation SaveCohortView($input: SaveCohortViewInput!) {
    saveCohortView(input: $input) {
      ... on SaveCohortViewSuccess {
        view {
          id
          name
          query
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

export const DELETE_VIEW: TypedDocumentNode<DeleteCohortViewMutation, DeleteCohortViewMutationVariables> = gql`
  mutation DeleteCohortView($input: DeleteCohortViewInput!) {
    deleteCohortView(input: $input) {
      ... on DeleteCohortViewSuccess {
        id
      }
    }
  }
`;
