import { gql } from '@apollo/client';

export const RUBRIC_CRITERION = gql`
  fragment Rubric_criterion on RubricCriterion {
    id
    title
    block
    weight
    levels
    level
  }
`;

export const RUBRIC_RED_FLAG = gql`
  fragment Rubric_redFlag on RedFlag {
    text
    misconception
  }
`;

export const RUBRIC_SAMPLE = gql`
  fragment Rubric_sample on SampleAnswer {
    text
    levels {
      criterion
      level
    }
  }
`;
