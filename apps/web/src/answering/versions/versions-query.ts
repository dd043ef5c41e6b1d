import { gql, type TypedDocumentNode } from '@apollo/client';
import type { RevisionsQuery, RevisionsQueryVariables } from '../../generated/operations';
import { CHOICE_ANSWER } from '../kinds/choice/choice-fragments';
import { CODE_ANSWER } from '../kinds/code/code-fragments';
import { DESIGN_ANSWER } from '../kinds/design/design-fragments';
import { NUMERIC_ANSWER } from '../kinds/numeric/numeric-fragments';
import { ORDERING_ANSWER } from '../kinds/ordering/ordering-fragments';
import { PLOT_ANSWER } from '../kinds/plot/plot-fragments';
import { READING_ANSWER } from '../kinds/reading/reading-fragments';
import { SCENARIO_ANSWER } from '../kinds/scenario/scenario-fragments';
import { TEXT_ANSWER } from '../kinds/text/text-fragments';

/** Of any kind; loaded with the drawer. */
export const REVISIONS: TypedDocumentNode<RevisionsQuery, RevisionsQueryVariables> = gql`
  query Revisions($itemId: ID!, $after: String) {
    revisions(itemId: $itemId, first: 10, after: $after) {
      edges {
        cursor
        node {
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
      }
      pageInfo {
        hasNextPage
        endCursor
      }
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

export type Revision = RevisionsQuery['revisions']['edges'][number]['node'];
