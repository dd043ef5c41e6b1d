import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTakingMessages } from '../../messages/taking-messages';
import { type ClockReading, secondsLeft, serverTimeAt } from '../../sitting/time-left';

const EVERY_MS = 5000;

type Props = { readonly closesAt: string | null; readonly reading: ClockReading | null };

/** How much time is left, in minutes, on the page before submitting. The bar's clock is the one that is spoken. */
export function FinishTime({ closesAt, reading }: Props) {
  const words = useTakingMessages().finish;
  const [now, setNow] = useState(() => performance.now());
  // The timer is outside React.
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  if (closesAt === null || reading === null) return null;
  const seconds = secondsLeft(closesAt, serverTimeAt(reading, Math.max(now, reading.heardAt)));
  return <Text>{words.timeLeft(Math.floor(seconds / 60))}</Text>;
}
