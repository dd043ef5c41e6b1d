import { gql } from '@apollo/client';
import { RUBRIC_CRITERION, RUBRIC_RED_FLAG, RUBRIC_SAMPLE } from '../shared/rubric-fragments';

export const SCENARIO_CONTENT = gql`
  fragment Scenario_content on ScenarioContent {
    statement
    hints
    words {
      min
      max
    }
    followUps {
      id
      ask
      maxWords
    }
    hasMore
  }
`;

export const SCENARIO_ANSWER = gql`
  fragment Scenario_answer on ScenarioAnswer {
    texts {
      part
      text
    }
  }
`;

export const SCENARIO_FEEDBACK = gql`
  fragment Scenario_feedback on ScenarioFeedback {
    followUps {
      id
      ask
      maxWords
    }
    rubric {
      ...Rubric_criterion
    }
    redFlags {
      ...Rubric_redFlag
    }
    sample {
      ...Rubric_sample
    }
  }
  ${RUBRIC_CRITERION}
  ${RUBRIC_RED_FLAG}
  ${RUBRIC_SAMPLE}
`;
