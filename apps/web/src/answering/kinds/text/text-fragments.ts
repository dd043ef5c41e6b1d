import { gql } from '@apollo/client';

export const TEXT_CONTENT = gql`
  fragment Text_content on TextContent {
    statement
    hints
    maxLength
    ignoresCase
    ignoresPunctuation
  }
`;

export const TEXT_ANSWER = gql`
  fragment Text_answer on TextAnswer {
    text
  }
`;

export const TEXT_FEEDBACK = gql`
  fragment Text_feedback on TextFeedback {
    accepted
    match
    why
    misconception
  }
`;
