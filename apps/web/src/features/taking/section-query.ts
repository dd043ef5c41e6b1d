import { gql, type TypedDocumentNode } from '@apollo/client';
import type { EnterSectionMutation, EnterSectionMutationVariables } from '../../generated/operations';
import { TAKEN } from './attempt-query';

export const ENTER_SECTION: TypedDocumentNode<EnterSectionMutation, EnterSectionMutationVariables> = gql`
  mutation EnterSection($input: EnterSectionInput!) {
    enterSection(input: $input) {
      ... on EnterSectionSuccess {
        attempt {
          ...Taken_attempt
        }
      }
      ... on SectionClosedProblem {
        reason
      }
      ... on Problem {
        code
      }
    }
  }
  ${TAKEN}
`;
