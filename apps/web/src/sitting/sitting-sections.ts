import { gql, type TypedDocumentNode } from '@apollo/client';
import type { Sitting_SectionsFragment } from '../generated/operations';

/** The sections of an attempt with their clocks, and the time that was given. Whoever asks for a part asks for all: lists are kept whole. */
export const SITTING_SECTIONS: TypedDocumentNode<Sitting_SectionsFragment> = gql`
  fragment Sitting_sections on Attempt {
    sections {
      id
      title
      minutes
      questionCount
      enteredAt
      closesAt
      isClosed
    }
    timeGiven {
      id
      seconds
      kind
    }
  }
`;

/** A section as the server told it last. */
export type SittingSection = Sitting_SectionsFragment['sections'][number];
