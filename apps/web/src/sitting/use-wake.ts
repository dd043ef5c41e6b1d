import { useEffect } from 'react';

const TICK_MS = 1000;
const EVERY_MS = 60_000;
/** More than a busy page delays a tick. */
const GAP_MS = 5000;

/**
 * Whether the device slept or its clock was set between two ticks. `performance.now()` stops during sleep on some
 * systems; `Date.now()` does not, but also changes when somebody sets the clock. Either difference is a reason to ask
 * the server; neither is a measure of time.
 */
function watchForGaps(): () => boolean {
  // eslint-disable-next-line no-restricted-properties -- see above
  const read = (): [number, number] => [performance.now(), Date.now()];
  let [ran, shown] = read();
  return () => {
    const [runs, shows] = read();
    const isGap = runs - ran > GAP_MS || Math.abs(shows - shown - (runs - ran)) > GAP_MS;
    [ran, shown] = [runs, shows];
    return isGap;
  };
}

const WINDOW_EVENTS = ['pageshow', 'focus', 'online'] as const;

/** Calls `act` at once, every minute or as often as `everyMs` says, and when the page or the device may have slept. */
export function useWake(act: () => Promise<void>, everyMs = EVERY_MS): void {
  // The browser's timers and events are outside React.
  useEffect(() => {
    const wake = () => void act();
    const isGap = watchForGaps();
    const ticks = setInterval(() => {
      if (isGap()) wake();
    }, TICK_MS);
    const rounds = setInterval(wake, everyMs);
    document.addEventListener('visibilitychange', wake);
    for (const event of WINDOW_EVENTS) window.addEventListener(event, wake);
    wake();
    return () => {
      clearInterval(ticks);
      clearInterval(rounds);
      document.removeEventListener('visibilitychange', wake);
      for (const event of WINDOW_EVENTS) window.removeEventListener(event, wake);
    };
  }, [act, everyMs]);
}
