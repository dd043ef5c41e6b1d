import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError, useAnnounce } from '@holdout/ui';
import { Group, Stack, Text } from '@mantine/core';
import type { AccountQuery } from '../../generated/operations';
import { useAccountMessages } from '../../messages/account-messages';
import { useMessages } from '../../messages/messages';
import { useAct } from '../../platform/use-act';
import { ACCOUNT, END_SESSIONS } from './account-operations';
import styles from '../../platform/row-list.module.css';

type Session = AccountQuery['sessions'][number];

function useEnd() {
  const announce = useAnnounce();
  const client = useApolloClient();
  const { act, isRunning, failure } = useAct(END_SESSIONS);
  const end = async (id: string | null, done: string): Promise<void> => {
    if (!(await act({ input: { id } }))) return;
    announce(done);
    await client.refetchQueries({ include: [ACCOUNT] });
  };
  return { end, isRunning, failure };
}

function SessionRow({ session, onEnd }: { readonly session: Session; readonly onEnd: (device: string) => void }) {
  const messages = useMessages();
  const words = useAccountMessages().accountSettings.sessions;
  const device = words.device(session.browser, session.system);
  const { dateTime } = messages.dates;
  const when = session.lastSeenAt === null ? null : words.seen(dateTime(session.lastSeenAt));
  return (
    <li className={styles['row']}>
      <div>
        <Text fw={600}>{device}</Text>
        <Text size="sm">
          {[session.isThis ? words.isThis : when, words.opened(dateTime(session.createdAt))]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {session.isThis ? null : (
        <ActButton
          variant="default"
          isRunning={false}
          aria-label={words.endNamed(device)}
          onClick={() => onEnd(device)}
        >
          {words.end}
        </ActButton>
      )}
    </li>
  );
}

/** The browsers in which the person is signed in. Each can be signed out from here, or all others at once. */
export function SessionList({ sessions }: { readonly sessions: readonly Session[] }) {
  const words = useAccountMessages().accountSettings.sessions;
  const { end, isRunning, failure } = useEnd();
  return (
    <Stack gap="sm" align="stretch">
      <Text maw="var(--ho-measure)">{words.why}</Text>
      <ul className={styles['list']}>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onEnd={(device) => void end(session.id, words.ended(device))}
          />
        ))}
      </ul>
      <ActError>{failure}</ActError>
      {sessions.length > 1 ? (
        <Group>
          <ActButton variant="default" isRunning={isRunning} onClick={() => void end(null, words.endedOthers)}>
            {words.endOthers}
          </ActButton>
        </Group>
      ) : null}
    </Stack>
  );
}
