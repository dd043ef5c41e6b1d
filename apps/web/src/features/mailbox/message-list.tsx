import { useQuery } from '@apollo/client/react';
import { EmptyState, PaneError, SkeletonLines } from '@holdout/ui';
import { Button, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { NavLink } from 'react-router';
import { useMailboxMessages } from '../../messages/mailbox-messages';
import { useMessages } from '../../messages/messages';
import { errorCodeOf } from '../../platform/error-code';
import { NotFound } from '../../platform/not-found';
import { MAILBOX, type MailboxRow } from './mailbox-query';
import styles from './mailbox.module.css';

const PAGE = 50;

function Row({ row }: { readonly row: MailboxRow }) {
  const { dates } = useMessages();
  return (
    <li>
      <NavLink to={`/dev/mail/${row.id}`} className={styles['row'] ?? ''}>
        <Text component="span" className={styles['subject'] ?? ''}>
          {row.subject}
        </Text>
        <Text component="span" size="sm" c="dimmed" className={styles['subject'] ?? ''}>
          {row.to}
        </Text>
        <Text component="span" size="sm" c="dimmed">
          {dates.dateTime(row.sentAt)}
        </Text>
      </NavLink>
    </li>
  );
}

/** A person comes back to this tab after they have caused a message in another. */
function useOnReturn(look: () => void): void {
  useEffect(() => {
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [look]);
}

/** All messages, newest first. */
export function MessageList() {
  const words = useMailboxMessages();
  const { data, error, refetch, fetchMore } = useQuery(MAILBOX, {
    variables: { first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  const look = () => void refetch().catch(() => undefined);
  useOnReturn(look);
  if (error && errorCodeOf(error) === 'NOT_FOUND') return <NotFound />;
  if (error) return <PaneError onRetry={look} />;
  if (!data) return <SkeletonLines count={5} height="row" />;
  const { edges, pageInfo } = data.mailbox;
  if (edges.length === 0) return <EmptyState title={words.empty} detail={words.emptyDetail} />;
  const loadMore = () => void fetchMore({ variables: { first: PAGE, after: pageInfo.endCursor } });
  return (
    <Stack component="nav" gap="sm" align="stretch" aria-label={words.list}>
      <ul className={styles['list']}>
        {edges.map(({ node }) => (
          <Row key={node.id} row={node} />
        ))}
      </ul>
      {pageInfo.hasNextPage ? (
        <Button variant="default" onClick={loadMore}>
          {words.more(PAGE)}
        </Button>
      ) : null}
    </Stack>
  );
}
