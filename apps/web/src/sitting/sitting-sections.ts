import { gql, type TypedDocumentNode } from '@apollo/client';
import type { Sitting_SectionsFragment } from '../generated/operations';

/** The sections of an attempt and their clocks. Everything that asks for one field asks for all: the list is kept whole. */
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
  }
`;

/** A section as the server told it last. */
export type SittingSection = Sitting_SectionsFragment['sections'][number];
