import { useAnnounce } from '@holdout/ui';
import { Button, Group, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Messages } from '../messages/en';
import { useMessages } from '../messages/messages';
import styles from './sitting.module.css';
import { momentPassed, secondsLeft, timeLeft } from './time-left';

const TICK_MS = 1000;
const MS = 1000;

function timeWords(words: Messages['sitting']['clock'], seconds: number): string {
  const left = timeLeft(seconds);
  return left.kind === 'minutes' ? words.minutes(left.minutes) : words.fine(left.minutes, left.seconds);
}

function useDeviceNow(): number {
  const [now, setNow] = useState(() => Date.now());
  // The device's clock is outside React. Each tick reads the clock and does not add up intervals, so there is no drift.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

type Props = {
  readonly startedAt: string;
  /** Null without a time limit. */
  readonly closesAt: string | null;
  /** How far the server's clock is ahead; null while unknown. */
  readonly offsetMs: number | null;
  readonly onTimeUp: () => void;
};

type Running = { readonly [K in keyof Props]: NonNullable<Props[K]> };

/** Announces half the time, 10, 5 and 1 minutes left, and calls `onTimeUp` once. */
function useMoments({ startedAt, closesAt, onTimeUp }: Running, seconds: number): void {
  const words = useMessages().sitting.clock;
  const announce = useAnnounce();
  const before = useRef(seconds);
  const isUp = useRef(false);
  const totalSeconds = (Date.parse(closesAt) - Date.parse(startedAt)) / MS;
  // The live region and the clock are outside React.
  useEffect(() => {
    const moment = momentPassed(totalSeconds, before.current, seconds);
    before.current = seconds;
    if (moment !== null) announce(timeWords(words, seconds));
    if (seconds > 0 || isUp.current) return;
    isUp.current = true;
    onTimeUp();
  }, [seconds, totalSeconds, announce, words, onTimeUp]);
}

function RunningClock(props: Running) {
  const words = useMessages().sitting.clock;
  const [isHidden, setIsHidden] = useLocalStorage({ key: 'holdout.clock-hidden', defaultValue: false });
  const seconds = secondsLeft(props.closesAt, useDeviceNow(), props.offsetMs);
  useMoments(props, seconds);
  return (
    <Group gap="sm">
      <Text role="timer" aria-live="off" size="sm" className={styles['clock'] ?? ''}>
        {isHidden ? words.hidden : timeWords(words, seconds)}
      </Text>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setIsHidden(!isHidden)}>
        {isHidden ? words.show : words.hide}
      </Button>
    </Group>
  );
}

/** The time left by the server's clock; the user may hide it. */
export function SittingClock({ startedAt, closesAt, offsetMs, onTimeUp }: Props) {
  const words = useMessages().sitting.clock;
  if (closesAt === null) return <Text size="sm">{words.none}</Text>;
  // Reserves the space until the server's time is known.
  if (offsetMs === null) return <Text size="sm" className={styles['clock'] ?? ''} />;
  return <RunningClock startedAt={startedAt} closesAt={closesAt} offsetMs={offsetMs} onTimeUp={onTimeUp} />;
}
