import { gql } from '@apollo/client';
import { CHOICE_PART_ANSWER, CHOICE_PART_FEEDBACK, CHOICE_PART_PART } from '../shared/parts-fragments';

export const PLOT_CONTENT = gql`
  fragment Plot_content on PlotContent {
    statement
    hints
    spec
    alt
    table {
      columns {
        field
        title
        isNumber
      }
      rows
    }
    parts {
      ... on PointPart {
        id
        ask
        points
        pick
        fields {
          field
          title
          isNumber
        }
      }
      ...ChoicePart_part
    }
  }
  ${CHOICE_PART_PART}
`;

export const PLOT_ANSWER = gql`
  fragment Plot_answer on PlotAnswer {
    points {
      part
      values {
        field
        text
        readAs
      }
    }
    choices {
      ...ChoicePart_answer
    }
  }
  ${CHOICE_PART_ANSWER}
`;

export const PLOT_FEEDBACK = gql`
  fragment Plot_feedback on PlotFeedback {
    parts {
      ... on PointFeedback {
        part
        earned
        possible
        why
        accepted {
          field
          values
          low
          high
        }
        partial {
          fields {
            field
            values
            low
            high
          }
          share
          why
        }
        misconception
      }
      ...ChoicePart_feedback
    }
  }
  ${CHOICE_PART_FEEDBACK}
`;
