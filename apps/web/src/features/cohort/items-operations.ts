import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ItemOptionsQuery,
  ItemOptionsQueryVariables,
  ItemStatisticsQuery,
  ItemStatisticsQueryVariables,
} from '../../generated/operations';

export const ITEM_STATISTICS: TypedDocumentNode<ItemStatisticsQuery, ItemStatisticsQueryVariables> = gql`
  fragment Numbers on Figure {
    kind
    value
    low
    high
    n
    needed
  }
  query ItemStatistics($assessmentId: ID!) {
    itemStatistics(assessmentId: $assessmentId) {
      attempts
      distribution
      form {
        n
        items
        forms
        mean
        standardDeviation
        isRightOrWrong
        standardError
        alpha {
          ...Numbers
        }
      }
      items {
        questionVersionId
        title
        flags
        facility {
          ...Numbers
        }
        itemRest {
          ...Numbers
        }
        omitted {
          ...Numbers
        }
        notReached {
          ...Numbers
        }
      }
    }
  }
`;

export type Statistics = ItemStatisticsQuery['itemStatistics'];
export type Item = Statistics['items'][number];
export type Numbers = Item['facility'];

export const ITEM_OPTIONS: TypedDocumentNode<ItemOptionsQuery, ItemOptionsQueryVariables> = gql`
  fragment OptionNumbers on Figure {
    kind
    value
    low
    high
    n
    needed
  }
  query ItemOptions($assessmentId: ID!, $questionVersionId: ID!) {
    itemOptions(assessmentId: $assessmentId, questionVersionId: $questionVersionId) {
      n
      needed
      flags
      options {
        id
        text
        isKey
        share {
          ...OptionNumbers
        }
        optionRest {
          ...OptionNumbers
        }
        byFifth
      }
    }
  }
`;
