import { gql } from '@apollo/client';
import { RUBRIC_CRITERION, RUBRIC_RED_FLAG, RUBRIC_SAMPLE } from '../shared/rubric-fragments';

export const DESIGN_CONTENT = gql`
  fragment Design_content on DesignContent {
    statement
    hints
    blocks {
      id
      title
      ask
      words {
        min
        max
      }
    }
    numbers {
      id
      block
      ask
      unit
      points
    }
  }
`;

export const DESIGN_ANSWER = gql`
  fragment Design_answer on DesignAnswer {
    scene
    blocks {
      part
      text
    }
    numbers {
      id
      text
      readAs
    }
  }
`;

export const DESIGN_FEEDBACK = gql`
  fragment Design_feedback on DesignFeedback {
    numbers {
      id
      earned
      possible
      value
      low
      high
      why
      misconception
    }
    rubric {
      ...Rubric_criterion
    }
    redFlags {
      ...Rubric_redFlag
    }
    probes
    sample {
      ...Rubric_sample
    }
  }
  ${RUBRIC_CRITERION}
  ${RUBRIC_RED_FLAG}
  ${RUBRIC_SAMPLE}
`;
