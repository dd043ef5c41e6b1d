import { gql } from '@apollo/client';
import { CHOICE_PART_ANSWER, CHOICE_PART_FEEDBACK, CHOICE_PART_PART } from '../shared/parts-fragments';

export const READING_CONTENT = gql`
  fragment Reading_content on ReadingContent {
    statement
    hints
    language
    lines
    context
    parts {
      ... on LinePart {
        id
        ask
        points
        mark
      }
      ...ChoicePart_part
    }
  }
  ${CHOICE_PART_PART}
`;

export const READING_ANSWER = gql`
  fragment Reading_answer on ReadingAnswer {
    lines {
      part
      lines
    }
    choices {
      ...ChoicePart_answer
    }
  }
  ${CHOICE_PART_ANSWER}
`;

export const READING_FEEDBACK = gql`
  fragment Reading_feedback on ReadingFeedback {
    parts {
      ... on LineFeedback {
        part
        earned
        possible
        why
        acceptedLines
        partial {
          lines
          share
          why
        }
        misconceptions
      }
      ...ChoicePart_feedback
    }
  }
  ${CHOICE_PART_FEEDBACK}
`;
