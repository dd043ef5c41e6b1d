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

/** As `timeWords`, for two clocks side by side. */
function shortWords(words: Messages['sitting']['clock'], seconds: number): string {
  const left = timeLeft(seconds);
  return left.kind === 'minutes' ? words.shortMinutes(left.minutes) : words.shortFine(left.minutes, left.seconds);
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

/** A clock that runs to a deadline. */
type Limit = {
  readonly startedAt: string;
  readonly closesAt: string;
  /** Called when time is up, and with false when there is time again, or the clock is no longer shown. */
  readonly onUp: (isUp: boolean) => void;
};

type Props = Omit<Limit, 'closesAt'> & {
  /** Null without a time limit. */
  readonly closesAt: string | null;
  /** Null until the server has answered. */
  readonly reading: ClockReading | null;
  /** The clock of the section that is open; null if none has one. */
  readonly section?: Limit | null;
};

type Spoken = (seconds: number) => string;

/** Announces half the time, 10, 5 and 1 minutes left, and reports when time is up. */
function useMoments({ startedAt, closesAt, onUp }: Limit, seconds: number, spoken: Spoken): void {
  const announce = useAnnounce();
  const before = useRef(seconds);
  const wasUp = useRef(false);
  const totalSeconds = (Date.parse(closesAt) - Date.parse(startedAt)) / MS;
  // The live region and the clock are outside React.
  useEffect(() => {
    const moment = momentPassed(totalSeconds, before.current, seconds);
    before.current = seconds;
    if (moment !== null) announce(spoken(seconds));
    const isUp = seconds === 0;
    if (isUp === wasUp.current) return;
    wasUp.current = isUp;
    onUp(isUp);
  }, [seconds, totalSeconds, announce, spoken, onUp]);
  // What follows from the end of a clock that is no longer shown must not go on.
  useEffect(
    () => () => {
      if (wasUp.current) onUp(false);
    },
    [onUp],
  );
}

type RunningProps = {
  readonly limit: Limit;
  readonly now: number;
  /** The words before the time, for the eye and for the ear; empty for the whole. */
  readonly name: string;
  readonly isHidden: boolean;
  readonly tell: (words: string) => void;
};

function RunningClock({ limit, now, name, isHidden, tell }: RunningProps) {
  const words = useMessages().sitting.clock;
  const seconds = secondsLeft(limit.closesAt, now);
  const shown = name === '' ? timeWords : shortWords;
  const spoken = useCallback((left: number) => words.named(name, spokenWords(words, left)), [words, name]);
  useMoments(limit, seconds, spoken);
  // The key is pressed between two ticks, and must not be bound again at each.
  useEffect(() => tell(spoken(seconds)), [tell, spoken, seconds]);
  return (
    <Text role="timer" aria-live="off" aria-keyshortcuts="T" size="sm" className={styles['clock'] ?? ''}>
      {words.named(name, isHidden ? words.hidden : shown(words, seconds))}
    </Text>
  );
}

type Told = { section: string; whole: string };

/** `T` speaks the time left of the section that is open, and of the whole. */
function useSpeak(hasSection: boolean) {
  const announce = useAnnounce();
  const told = useRef<Told>({ section: '', whole: '' });
  const speak = useCallback(() => {
    const { section, whole } = told.current;
    announce(hasSection ? `${section}. ${whole}` : whole);
  }, [announce, hasSection]);
  useSingleKeys(useMemo(() => ({ t: speak }), [speak]));
  const tellSection = useCallback((words: string) => void (told.current.section = words), []);
  const tellWhole = useCallback((words: string) => void (told.current.whole = words), []);
  return { tellSection, tellWhole };
}

type ClocksProps = { readonly whole: Limit; readonly section: Limit | null; readonly reading: ClockReading };

function Clocks({ whole, section, reading }: ClocksProps) {
  const words = useMessages().sitting.clock;
  const [isHidden, setIsHidden] = useLocalStorage({ key: 'holdout.clock-hidden', defaultValue: false });
  const now = serverTimeAt(reading, Math.max(useTimer(), reading.heardAt));
  const { tellSection, tellWhole } = useSpeak(section !== null);
  const shown = { now, isHidden };
  return (
    <Group gap="xs" wrap="nowrap">
      <div className={styles['clocks']}>
        {section === null ? null : (
          <RunningClock key={section.startedAt} {...shown} limit={section} name={words.section} tell={tellSection} />
        )}
        <RunningClock {...shown} limit={whole} name={section === null ? '' : words.whole} tell={tellWhole} />
      </div>
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

/** The time left by the server's clock, of the whole and of a section with a clock of its own; the user may hide it. */
export function SittingClock({ startedAt, closesAt, reading, section = null, onUp }: Props) {
  const words = useMessages().sitting.clock;
  if (closesAt === null) return <Text size="sm">{words.none}</Text>;
  // Reserves the space until the server's time is known.
  if (reading === null) return <Text size="sm" className={styles['clock'] ?? ''} />;
  return <Clocks whole={{ startedAt, closesAt, onUp }} section={section} reading={reading} />;
}
