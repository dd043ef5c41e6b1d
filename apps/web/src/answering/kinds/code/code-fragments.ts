import { gql } from '@apollo/client';

export const CODE_ANSWER = gql`
  fragment Code_answer on CodeAnswer {
    language
    source
  }
`;
