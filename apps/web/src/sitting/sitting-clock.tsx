import { useAnnounce, useSingleKeys } from '@holdout/ui';
import { Button, Group, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Messages } from '../messages/en';
import { useMessages } from '../messages/messages';
import styles from './sitting.module.css';
import { type ClockReading, momentPassed, secondsLeft, serverTimeAt, timeLeft } from './time-left';

const TICK_MS = 1000;
const MS = 1000;

function timeWords(words: Messages['sitting']['clock'], seconds: number): string {
  const left = timeLeft(seconds);
  return left.kind === 'minutes' ? words.minutes(left.minutes) : words.fine(left.minutes, left.seconds);
}

/** Figures are read one by one, and `min` as a word: the spoken time is in words. */
function spokenWords(words: Messages['sitting']['clock'], seconds: number): string {
  const left = timeLeft(seconds);
  return words.spoken(left.minutes, left.kind === 'fine' ? left.seconds : 0);
}

/** The monotonic timer: unlike the device's clock it cannot be set. */
function useTimer(): number {
  const [now, setNow] = useState(() => performance.now());
  // The timer is outside React. Each tick reads it and does not add up intervals, so there is no drift.
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

type Props = {
  readonly startedAt: string;
  /** Null without a time limit. */
  readonly closesAt: string | null;
  /** Null until the server has answered. */
  readonly reading: ClockReading | null;
  /** Called when time is up, and with false when there is time again: the server gave more, or a reading was wrong. */
  readonly onUp: (isUp: boolean) => void;
};

type Running = { readonly [K in keyof Props]: NonNullable<Props[K]> };

/** Announces half the time, 10, 5 and 1 minutes left, and reports when time is up. */
function useMoments({ startedAt, closesAt, onUp }: Running, seconds: number): void {
  const words = useMessages().sitting.clock;
  const announce = useAnnounce();
  const before = useRef(seconds);
  const wasUp = useRef(false);
  const totalSeconds = (Date.parse(closesAt) - Date.parse(startedAt)) / MS;
  // The live region and the clock are outside React.
  useEffect(() => {
    const moment = momentPassed(totalSeconds, before.current, seconds);
    before.current = seconds;
    if (moment !== null) announce(spokenWords(words, seconds));
    const isUp = seconds === 0;
    if (isUp === wasUp.current) return;
    wasUp.current = isUp;
    onUp(isUp);
  }, [seconds, totalSeconds, announce, words, onUp]);
}

function RunningClock(props: Running) {
  const words = useMessages().sitting.clock;
  const [isHidden, setIsHidden] = useLocalStorage({ key: 'holdout.clock-hidden', defaultValue: false });
  const seconds = secondsLeft(props.closesAt, serverTimeAt(props.reading, Math.max(useTimer(), props.reading.heardAt)));
  useMoments(props, seconds);
  const announce = useAnnounce();
  const latest = useRef(seconds);
  // The key is pressed between two ticks, and must not be bound again at each.
  useEffect(() => {
    latest.current = seconds;
  }, [seconds]);
  const speak = useCallback(() => announce(spokenWords(words, latest.current)), [announce, words]);
  useSingleKeys(useMemo(() => ({ t: speak }), [speak]));
  return (
    <Group gap="xs" wrap="nowrap">
      <Text role="timer" aria-live="off" aria-keyshortcuts="T" size="sm" className={styles['clock'] ?? ''}>
        {isHidden ? words.hidden : timeWords(words, seconds)}
      </Text>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={isHidden ? words.showTime : words.hideTime}
        onClick={() => setIsHidden(!isHidden)}
      >
        {isHidden ? words.show : words.hide}
      </Button>
    </Group>
  );
}

/** The time left by the server's clock; the user may hide it. */
export function SittingClock({ startedAt, closesAt, reading, onUp }: Props) {
  const words = useMessages().sitting.clock;
  if (closesAt === null) return <Text size="sm">{words.none}</Text>;
  // Reserves the space until the server's time is known.
  if (reading === null) return <Text size="sm" className={styles['clock'] ?? ''} />;
  return <RunningClock startedAt={startedAt} closesAt={closesAt} reading={reading} onUp={onUp} />;
}
