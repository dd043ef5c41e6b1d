import { gql, type TypedDocumentNode } from '@apollo/client';
import { ANSWER_ITEM } from '../../answering/answer-item';
import type { QuizExplanationsQuery, QuizExplanationsQueryVariables } from '../../generated/operations';
import { CODE_ITEM } from '../../workspace/code-item';
import { SUBMISSION_VIEW } from '../../workspace/runs/submission-query';

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
          kind
        }
        ...AnswerItem_item
        ...CodeItem_item
        submissions {
          ...SubmissionView_submission
        }
      }
    }
  }
  ${ANSWER_ITEM}
  ${CODE_ITEM}
  ${SUBMISSION_VIEW}
`;

export type Explained = QuizExplanationsQuery['attempt'];
export type ExplainedItem = Explained['items'][number];
