import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { type Begun, CHECK_IN } from './check-in-query';
import type { ClockReadings } from './clock-offset';

export type CheckedIn =
  | { readonly kind: 'asking' }
  | { readonly kind: 'begun'; readonly begun: Begun; readonly readings: ClockReadings }
  /** The assessment cannot be started now; the landing page says why. */
  | { readonly kind: 'notOpen' }
  | { readonly kind: 'failed' };

/** The device's clock: where it was when the page was opened, and what has passed since. */
const deviceClock = (): number => performance.timeOrigin + performance.now();

/** Begins check-in when its page is opened. Repeating it is harmless. */
export function useCheckIn(): { readonly checkedIn: CheckedIn; readonly again: () => void } {
  const client = useApolloClient();
  const [checkedIn, setCheckedIn] = useState<CheckedIn>({ kind: 'asking' });
  const ask = useCallback(async (): Promise<CheckedIn> => {
    try {
      const sentAt = deviceClock();
      const { data } = await client.mutate({ mutation: CHECK_IN, variables: { input: {} } });
      const heardAt = deviceClock();
      const begun = data?.checkIn;
      if (begun?.__typename === 'AssessmentNotOpenProblem') return { kind: 'notOpen' };
      if (begun?.__typename !== 'CheckInSuccess') return { kind: 'failed' };
      return { kind: 'begun', begun, readings: { sentAt, heardAt, serverAt: Date.parse(begun.serverTime) } };
    } catch {
      return { kind: 'failed' };
    }
  }, [client]);
  const again = useCallback(() => {
    setCheckedIn({ kind: 'asking' });
    void ask().then(setCheckedIn);
  }, [ask]);
  // The server is outside React.
  useEffect(() => void ask().then(setCheckedIn), [ask]);
  return { checkedIn, again };
}
