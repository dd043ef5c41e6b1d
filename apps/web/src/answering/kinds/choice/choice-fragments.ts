import { gql } from '@apollo/client';

export const CHOICE_CONTENT = gql`
  fragment Choice_content on ChoiceContent {
    statement
    hints
    choose
    options {
      id
      text
    }
  }
`;

export const CHOICE_ANSWER = gql`
  fragment Choice_answer on ChoiceAnswer {
    picked
  }
`;

export const CHOICE_FEEDBACK = gql`
  fragment Choice_feedback on ChoiceFeedback {
    options {
      id
      isKey
      why
      misconception
    }
  }
`;
