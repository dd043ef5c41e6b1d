import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  MailboxMessageQuery,
  MailboxMessageQueryVariables,
  MailboxQuery,
  MailboxQueryVariables,
} from '../../generated/operations';

export type MailboxRow = MailboxQuery['mailbox']['edges'][number]['node'];
export type Message = NonNullable<MailboxMessageQuery['mailboxMessage']>;

export const MAILBOX: TypedDocumentNode<MailboxQuery, MailboxQueryVariables> = gql`
  query Mailbox($first: Int!, $after: String) {
    mailbox(first: $first, after: $after) {
      edges {
        node {
          id
          to
          subject
          sentAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const MAILBOX_MESSAGE: TypedDocumentNode<MailboxMessageQuery, MailboxMessageQueryVariables> = gql`
  query MailboxMessage($id: ID!) {
    mailboxMessage(id: $id) {
      id
      to
      subject
      sentAt
      html
      text
      attachments {
        name
        type
        text
      }
    }
  }
`;
