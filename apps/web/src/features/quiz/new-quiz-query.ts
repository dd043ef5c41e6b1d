import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  NewQuizQuery,
  NewQuizQueryVariables,
  StartQuizMutation,
  StartQuizMutationVariables,
} from '../../generated/operations';

export const NEW_QUIZ: TypedDocumentNode<NewQuizQuery, NewQuizQueryVariables> = gql`
  query NewQuiz($kinds: [QuestionKind!]!) {
    skillDomains {
      id
      name
      skills {
        skill {
          id
          name
        }
        kindCounts {
          kind
          count
        }
      }
    }
    suited: questions(first: 1, filter: { kinds: $kinds }) {
      totalCount
    }
    openQuiz {
      id
      items {
        id
        isAnswered
      }
    }
  }
`;

export const START_QUIZ: TypedDocumentNode<StartQuizMutation, StartQuizMutationVariables> = gql`
  mutation StartQuiz($input: StartQuizInput!) {
    startQuiz(input: $input) {
      ... on StartQuizSuccess {
        attempt {
          id
        }
      }
      ... on NotEnoughQuestionsProblem {
        available
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
