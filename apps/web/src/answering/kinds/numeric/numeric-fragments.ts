import { gql } from '@apollo/client';

export const NUMERIC_CONTENT = gql`
  fragment Numeric_content on NumericContent {
    statement
    hints
    unit
    writeAs
  }
`;

export const NUMERIC_ANSWER = gql`
  fragment Numeric_answer on NumericAnswer {
    text
    readAs
  }
`;

export const NUMERIC_FEEDBACK = gql`
  fragment Numeric_feedback on NumericFeedback {
    value
    low
    high
    unit
    misconception
  }
`;
