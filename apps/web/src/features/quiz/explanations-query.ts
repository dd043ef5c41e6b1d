import { gql, type TypedDocumentNode } from '@apollo/client';
import { ANSWER_ITEM } from '../../answering/answer-item';
import type { QuizExplanationsQuery, QuizExplanationsQueryVariables } from '../../generated/operations';
import { JUDGED_VIEW } from '../../workspace/runs/submission-query';

export const QUIZ_EXPLANATIONS: TypedDocumentNode<QuizExplanationsQuery, QuizExplanationsQueryVariables> = gql`
  query QuizExplanations($id: ID!) {
    attempt(id: $id) {
      id
      endedAt
      endedBy
      score {
        earned
        possible
        skills {
          skill {
            id
            name
          }
          earned
          possible
          items
        }
      }
      items {
        id
        position
        isAnswered
        question {
          id
          slug
          title
          subtitle
        }
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
  ${ANSWER_ITEM}
  ${JUDGED_VIEW}
`;

export type Explained = QuizExplanationsQuery['attempt'];
export type ExplainedItem = Explained['items'][number];
