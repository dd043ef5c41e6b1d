import { gql, type TypedDocumentNode } from '@apollo/client';
import { KINDS_RESPONSE } from '../answering/kinds/fragments';
import type { CodeItem_ItemFragment } from '../generated/operations';

/** A code or model question as it is shown. */
export const CODE_CONTENT = gql`
  fragment Code_content on CodeContent {
    statement
    hints
    languages {
      language
      runtime
      entry
      starter
      cpuSeconds
      memoryMb
    }
    groups {
      name
      title
      points
    }
    metric {
      name
      isHigherBetter
      pass
      stretch
    }
    datasets {
      id
      title
      isSimulated
      licence
      source
      url
      description
      columns {
        name
        type
        description
      }
    }
    schema
    tables {
      name
      columns
      rows
      rowCount
    }
    publicCases {
      input
      expected
    }
  }
`;

/** All data that the page of a code or model item shows. */
export const CODE_ITEM: TypedDocumentNode<CodeItem_ItemFragment> = gql`
  fragment CodeItem_item on AttemptItem {
    id
    content {
      ...Code_content
    }
    response {
      ...Kinds_response
    }
    codeDrafts {
      language
      source
    }
    feedback {
      earned
      possible
      explanation
      sources
    }
  }
  ${CODE_CONTENT}
  ${KINDS_RESPONSE}
`;

export type CodeItem = CodeItem_ItemFragment;
export type CodeContent = Extract<CodeItem['content'], { __typename: 'CodeContent' }>;
