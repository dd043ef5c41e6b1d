import { EmptyState, Status } from '@holdout/ui';
import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { SubmissionHistoryQuery } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import styles from '../code.module.css';
import type { SubmissionHistory } from './use-history';
import { VerdictStatus } from '../verdict/verdict-status';

type Sent = SubmissionHistoryQuery['submissions']['edges'][number]['node'];

function SentRow({ sent, onUse }: { readonly sent: Sent; readonly onUse: (source: string) => void }) {
  const words = useMessages().question.code;
  const [isShown, setIsShown] = useState(false);
  const { verdict, earned, possible } = sent;
  return (
    <li className={styles['sent']}>
      <Group gap="sm">
        <Text size="sm">{words.history.sent(sent.sentAt)}</Text>
        {verdict ? <VerdictStatus verdict={verdict} /> : <Status kind="waiting" />}
        {earned === null || possible === null ? null : (
          <Text size="sm" c="dimmed">
            {words.earned(String(earned), String(possible))}
          </Text>
        )}
        <Button variant="subtle" size="compact-sm" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? words.history.hide : words.history.show}
          <VisuallyHidden>{words.history.of(sent.sentAt)}</VisuallyHidden>
        </Button>
      </Group>
      {isShown ? (
        <Stack gap="sm" align="flex-start" mt="sm">
          <pre className={styles['text']} tabIndex={0} aria-label={words.languages[sent.language]}>
            {sent.source}
          </pre>
          <Button variant="default" onClick={() => onUse(sent.source)}>
            {words.history.use}
          </Button>
        </Stack>
      ) : null}
    </li>
  );
}

type Props = { readonly history: SubmissionHistory; readonly onUse: (source: string) => void };

/** What was submitted before, each with its verdict and its code. */
export function HistoryTab({ history, onUse }: Props) {
  const words = useMessages().question.code.history;
  if (history.sent.length === 0) return <EmptyState title={words.none} detail={words.noneDetail} />;
  return (
    <Stack gap="md" align="flex-start">
      <ul className={styles['history']}>
        {history.sent.map((sent) => (
          <SentRow key={sent.id} sent={sent} onUse={onUse} />
        ))}
      </ul>
      {history.hasMore ? (
        <Button variant="default" onClick={() => void history.loadMore()}>
          {words.more}
        </Button>
      ) : null}
    </Stack>
  );
}
