import { useCandidateMessages } from '../../../messages/candidate-messages';
import { CheckRow } from './check-row';
import { type ClockReadings, secondsAhead } from './clock-offset';

/** Whether the device's clock agrees with the server's, which counts. */
export function ClockCheck({ readings }: { readonly readings: ClockReadings }) {
  const words = useCandidateMessages().checkIn.clock;
  const ahead = secondsAhead(readings);
  return (
    <CheckRow
      title={words.title}
      state={ahead === null ? { kind: 'works', text: words.agrees } : { kind: 'attention', text: words.differs(ahead) }}
    />
  );
}
