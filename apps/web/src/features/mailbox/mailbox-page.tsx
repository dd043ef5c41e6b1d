import { SkeletonLines } from '@holdout/ui';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useMailboxMessages } from '../../messages/mailbox-messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import styles from './mailbox.module.css';
import { MessageList } from './message-list';
import { MessagePane } from './message-pane';

/** The mailbox of local mode: what a mail server would have sent. */
export function MailboxPage() {
  const words = useMailboxMessages();
  const { id } = useParams();
  const isOpen = id !== undefined;
  return (
    <PageBody>
      <Stack gap="lg">
        <Stack gap="xs">
          <PageHeading title={words.title} />
          <Text c="dimmed">{words.stays}</Text>
        </Stack>
        <div className={styles['panes']} data-open={isOpen || undefined}>
          <div className={styles['side']}>
            <MessageList />
          </div>
          {isOpen ? (
            <div>
              <Anchor component={Link} to="/dev/mail" size="sm" underline="always" className={styles['back'] ?? ''}>
                {words.back}
              </Anchor>
              <PagePane skeleton={<SkeletonLines count={8} />}>
                <MessagePane />
              </PagePane>
            </div>
          ) : null}
        </div>
      </Stack>
    </PageBody>
  );
}
