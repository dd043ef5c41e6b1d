import { Status } from '@holdout/ui';
import { Text } from '@mantine/core';
import { useLiveMessages } from '../../messages/live-messages';
import { type ClockReading, secondsLeft, serverTimeAt, timeLeft } from '../../sitting/time-left';
import styles from './live.module.css';
import type { LiveAttempt } from './live-query';

type CellProps = { readonly attempt: LiveAttempt };

/** The candidate, with the open call for help. */
export function PersonCell({ attempt }: CellProps) {
  const words = useLiveMessages();
  const { name, email, call } = attempt;
  return (
    <>
      <span className={styles['name']}>{name}</span>
      {email === name ? null : (
        <Text span size="xs" c="dimmed" className={styles['address'] ?? ''}>
          {email}
        </Text>
      )}
      {call === null ? null : (
        <span className={styles['call']}>
          <Status kind="attention" label={words.called(call.sentAt)} />
          {call.text === '' ? null : (
            <Text span size="sm" className={styles['text'] ?? ''}>
              {call.text}
            </Text>
          )}
        </span>
      )}
    </>
  );
}

export function PlaceCell({ attempt }: CellProps) {
  const words = useLiveMessages();
  const { position, itemCount, sectionTitle, answeredCount } = attempt;
  return (
    <>
      <Text size="sm">{position === null ? words.nowhere : words.item(position, itemCount)}</Text>
      {sectionTitle === null ? null : (
        <Text size="sm" c="dimmed">
          {sectionTitle}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {words.answered(answeredCount, itemCount)}
      </Text>
    </>
  );
}

/** Whether a page is open, in words; a page that is open needs no mark. */
export function ConnectionCell({ attempt }: CellProps) {
  const words = useLiveMessages();
  const { isConnected, seenAt, endedAt, endedBy } = attempt;
  if (endedAt !== null) return <Text size="sm">{words.ended(endedAt, endedBy)}</Text>;
  return (
    <>
      {isConnected ? <Text size="sm">{words.connected}</Text> : <Status kind="waiting" label={words.notConnected} />}
      <Text size="sm" c="dimmed">
        {seenAt === null ? words.notSeen : words.seen(seenAt)}
      </Text>
    </>
  );
}

type TimeProps = CellProps & { readonly reading: ClockReading; readonly now: number };

export function TimeCell({ attempt, reading, now }: TimeProps) {
  const words = useLiveMessages();
  const { closesAt, endedAt, givenSeconds } = attempt;
  const given =
    givenSeconds === 0 ? null : (
      <Text size="sm" c="dimmed">
        {words.given(Math.round(givenSeconds / 60))}
      </Text>
    );
  if (endedAt !== null) return given;
  if (closesAt === null) return <Text size="sm">{words.noLimit}</Text>;
  const seconds = secondsLeft(closesAt, serverTimeAt(reading, Math.max(now, reading.heardAt)));
  return (
    <>
      <Text size="sm">{leftWords(words, seconds)}</Text>
      {given}
    </>
  );
}

function leftWords(words: ReturnType<typeof useLiveMessages>, seconds: number): string {
  if (seconds === 0) return words.timeUp;
  const left = timeLeft(seconds);
  return left.kind === 'minutes' ? words.minutes(left.minutes) : words.fine(left.minutes, left.seconds);
}
