import { gql } from '@apollo/client';
import { CHOICE_ANSWER, CHOICE_CONTENT, CHOICE_FEEDBACK } from './choice/choice-fragments';
import { CODE_ANSWER } from './code/code-fragments';
import { DESIGN_ANSWER, DESIGN_CONTENT, DESIGN_FEEDBACK } from './design/design-fragments';
import { NUMERIC_ANSWER, NUMERIC_CONTENT, NUMERIC_FEEDBACK } from './numeric/numeric-fragments';
import { ORDERING_ANSWER, ORDERING_CONTENT, ORDERING_FEEDBACK } from './ordering/ordering-fragments';
import { PLOT_ANSWER, PLOT_CONTENT, PLOT_FEEDBACK } from './plot/plot-fragments';
import { READING_ANSWER, READING_CONTENT, READING_FEEDBACK } from './reading/reading-fragments';
import { SCENARIO_ANSWER, SCENARIO_CONTENT, SCENARIO_FEEDBACK } from './scenario/scenario-fragments';
import { TEXT_ANSWER, TEXT_CONTENT, TEXT_FEEDBACK } from './text/text-fragments';

/** The content of any kind before the answer. Only in this file do the fragments of all kinds meet. */
export const KINDS_ITEM = gql`
  fragment Kinds_item on AttemptItem {
    content {
      ...Choice_content
      ...Numeric_content
      ...Plot_content
      ...Ordering_content
      ...Reading_content
      ...Text_content
      ...Scenario_content
      ...Design_content
    }
  }
  ${CHOICE_CONTENT}
  ${NUMERIC_CONTENT}
  ${PLOT_CONTENT}
  ${ORDERING_CONTENT}
  ${READING_CONTENT}
  ${TEXT_CONTENT}
  ${SCENARIO_CONTENT}
  ${DESIGN_CONTENT}
`;

/** A saved answer of any kind. */
export const KINDS_RESPONSE = gql`
  fragment Kinds_response on Response {
    revision
    savedAt
    answer {
      ...Choice_answer
      ...Numeric_answer
      ...Plot_answer
      ...Ordering_answer
      ...Reading_answer
      ...Text_answer
      ...Scenario_answer
      ...Design_answer
      ...Code_answer
    }
  }
  ${CHOICE_ANSWER}
  ${NUMERIC_ANSWER}
  ${PLOT_ANSWER}
  ${ORDERING_ANSWER}
  ${READING_ANSWER}
  ${TEXT_ANSWER}
  ${SCENARIO_ANSWER}
  ${DESIGN_ANSWER}
  ${CODE_ANSWER}
`;

/** An earlier version of an answer of any kind. */
export const KINDS_REVISION = gql`
  fragment Kinds_revision on Revision {
    id
    number
    savedAt
    answer {
      ...Choice_answer
      ...Numeric_answer
      ...Plot_answer
      ...Ordering_answer
      ...Reading_answer
      ...Text_answer
      ...Scenario_answer
      ...Design_answer
      ...Code_answer
    }
  }
  ${CHOICE_ANSWER}
  ${NUMERIC_ANSWER}
  ${PLOT_ANSWER}
  ${ORDERING_ANSWER}
  ${READING_ANSWER}
  ${TEXT_ANSWER}
  ${SCENARIO_ANSWER}
  ${DESIGN_ANSWER}
  ${CODE_ANSWER}
`;

/** An answer of any kind that came after the grace, with its question and the answer that counts. */
export const KINDS_LATE = gql`
  fragment Kinds_late on LateAnswer {
    content {
      ...Choice_content
      ...Numeric_content
      ...Plot_content
      ...Ordering_content
      ...Reading_content
      ...Text_content
      ...Scenario_content
      ...Design_content
    }
    answer {
      ...Choice_answer
      ...Numeric_answer
      ...Plot_answer
      ...Ordering_answer
      ...Reading_answer
      ...Text_answer
      ...Scenario_answer
      ...Design_answer
      ...Code_answer
    }
    counted {
      ...Kinds_response
    }
  }
  ${CHOICE_CONTENT}
  ${NUMERIC_CONTENT}
  ${PLOT_CONTENT}
  ${ORDERING_CONTENT}
  ${READING_CONTENT}
  ${TEXT_CONTENT}
  ${SCENARIO_CONTENT}
  ${DESIGN_CONTENT}
  ${KINDS_RESPONSE}
`;

/** The explanation of an item of any kind, once it may be shown. */
export const KINDS_FEEDBACK = gql`
  fragment Kinds_feedback on ItemFeedback {
    earned
    possible
    pending
    markedBy
    explanation
    sources
    detail {
      ...Choice_feedback
      ...Numeric_feedback
      ...Plot_feedback
      ...Ordering_feedback
      ...Reading_feedback
      ...Text_feedback
      ...Scenario_feedback
      ...Design_feedback
    }
  }
  ${CHOICE_FEEDBACK}
  ${NUMERIC_FEEDBACK}
  ${PLOT_FEEDBACK}
  ${ORDERING_FEEDBACK}
  ${READING_FEEDBACK}
  ${TEXT_FEEDBACK}
  ${SCENARIO_FEEDBACK}
  ${DESIGN_FEEDBACK}
`;
