import { gql, type TypedDocumentNode } from '@apollo/client';
import type { ProgressPageQuery, ProgressPageQueryVariables } from '../../generated/operations';
import { QUIZ_ROW } from './quiz-table';

export const PROGRESS: TypedDocumentNode<ProgressPageQuery, ProgressPageQueryVariables> = gql`
  query ProgressPage {
    progress {
      skills {
        skill {
          id
          name
        }
        n
        band {
          estimate
          innerLow
          innerHigh
          low
          high
        }
      }
      quizzes {
        id
        ...QuizTable_attempt
      }
    }
    viewer {
      account {
        id
      }
      isGuest
    }
  }
  ${QUIZ_ROW}
`;
