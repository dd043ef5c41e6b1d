import { gql } from '@apollo/client';

export const CHOICE_PART_PART = gql`
  fragment ChoicePart_part on ChoicePart {
    id
    ask
    points
    choose
    options {
      id
      text
    }
  }
`;

export const CHOICE_PART_ANSWER = gql`
  fragment ChoicePart_answer on ChoicePartAnswer {
    part
    picked
  }
`;

export const CHOICE_PART_FEEDBACK = gql`
  fragment ChoicePart_feedback on ChoicePartFeedback {
    part
    earned
    possible
    options {
      id
      isKey
      why
      misconception
    }
  }
`;
