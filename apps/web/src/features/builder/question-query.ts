import { gql, type TypedDocumentNode } from '@apollo/client';
import { CHOICE_CONTENT } from '../../answering/kinds/choice/choice-fragments';
import { DESIGN_CONTENT } from '../../answering/kinds/design/design-fragments';
import { KINDS_FEEDBACK } from '../../answering/kinds/fragments';
import { NUMERIC_CONTENT } from '../../answering/kinds/numeric/numeric-fragments';
import { ORDERING_CONTENT } from '../../answering/kinds/ordering/ordering-fragments';
import { PLOT_CONTENT } from '../../answering/kinds/plot/plot-fragments';
import { READING_CONTENT } from '../../answering/kinds/reading/reading-fragments';
import { SCENARIO_CONTENT } from '../../answering/kinds/scenario/scenario-fragments';
import { TEXT_CONTENT } from '../../answering/kinds/text/text-fragments';
import type { AssessmentQuestionQuery, AssessmentQuestionQueryVariables } from '../../generated/operations';
import { CODE_CONTENT } from '../../workspace/code-item';

export const ASSESSMENT_QUESTION: TypedDocumentNode<AssessmentQuestionQuery, AssessmentQuestionQueryVariables> = gql`
  query AssessmentQuestion($organization: String!, $questionId: ID!) {
    assessmentQuestion(organization: $organization, questionId: $questionId) {
      isAnswerPublic
      question {
        id
        title
        subtitle
        kind
        level
        minutes
      }
      content {
        ...Choice_content
        ...Numeric_content
        ...Plot_content
        ...Ordering_content
        ...Reading_content
        ...Text_content
        ...Scenario_content
        ...Design_content
        ...Code_content
      }
      feedback {
        ...Kinds_feedback
      }
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
  ${CODE_CONTENT}
  ${KINDS_FEEDBACK}
`;

export type PreviewedQuestion = AssessmentQuestionQuery['assessmentQuestion'];
