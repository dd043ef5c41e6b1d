import { gql } from '@apollo/client';

/** A draft with everything that can be edited. */
export const DRAFT_PARTS = gql`
  fragment Draft_parts on AssessmentDraft {
    role
    level
    skills {
      skillId
      weight
    }
    minutes
    passLine
    languages
    hasCalculator
    documentation {
      title
      url
    }
    introduction
    rules {
      mayGoBack
      page
      countedSubmission
      afterRelease
    }
    sections {
      id
      title
      minutes
      entries {
        ... on DraftQuestion {
          id
          questionId
          weight
        }
        ... on DraftPool {
          id
          draw
          skills
          kinds
          levels
          unseenOnly
          excluded
          weight
        }
      }
    }
  }
`;
