import { gql } from '@apollo/client';

export const ORDERING_CONTENT = gql`
  fragment Ordering_content on OrderingContent {
    statement
    hints
    steps {
      id
      text
    }
  }
`;

export const ORDERING_ANSWER = gql`
  fragment Ordering_answer on OrderingAnswer {
    steps
  }
`;

export const ORDERING_FEEDBACK = gql`
  fragment Ordering_feedback on OrderingFeedback {
    example
    pairs {
      first
      then
      isKept
      why
      misconception
    }
    leftOut {
      step
      isPutIn
      why
      misconception
    }
  }
`;
