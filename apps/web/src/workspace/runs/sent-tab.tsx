import { EmptyState, Status } from '@holdout/ui';
import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../messages/messages';
import styles from '../code.module.css';
import type { SentCode } from './sent-code';
import { VerdictStatus } from '../verdict/verdict-status';

/** Submissions, newest first; `loadMore` is null if there are no more. */
export type SentList = { readonly list: readonly SentCode[]; readonly loadMore: (() => void) | null };

function Outcome({ sent }: { readonly sent: SentCode }) {
  const words = useMessages().question.code;
  const { verdict, earned, possible } = sent;
  return (
    <>
      {verdict ? <VerdictStatus verdict={verdict} /> : <Status kind="waiting" />}
      {earned === null || possible === null ? null : (
        <Text size="sm" c="dimmed">
          {words.earned(String(earned), String(possible))}
        </Text>
      )}
    </>
  );
}

type RowProps = {
  readonly sent: SentCode;
  readonly showsVerdict: boolean;
  readonly onUse: (source: string) => void;
};

function SentRow({ sent, showsVerdict, onUse }: RowProps) {
  const words = useMessages().question.code;
  const [isShown, setIsShown] = useState(false);
  return (
    <li className={styles['sent']}>
      <Group gap="sm">
        <Text size="sm">{words.history.sent(sent.sentAt)}</Text>
        {showsVerdict ? <Outcome sent={sent} /> : null}
        <Button variant="subtle" size="compact-sm" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          <span>{isShown ? words.history.hide : words.history.show}</span>
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

type Props = Omit<RowProps, 'sent'> & { readonly sent: SentList };

/** Earlier submissions, each with its code and, if shown, its verdict. */
export function SentTab({ sent: { list, loadMore }, showsVerdict, onUse }: Props) {
  const words = useMessages().question.code.history;
  if (list.length === 0) {
    return <EmptyState title={words.none} detail={showsVerdict ? words.noneDetail : words.noneUnjudged} />;
  }
  return (
    <Stack gap="md" align="flex-start">
      <ul className={styles['history']}>
        {list.map((sent) => (
          <SentRow key={sent.id} sent={sent} showsVerdict={showsVerdict} onUse={onUse} />
        ))}
      </ul>
      {loadMore === null ? null : (
        <Button variant="default" onClick={loadMore}>
          {words.more}
        </Button>
      )}
    </Stack>
  );
}
