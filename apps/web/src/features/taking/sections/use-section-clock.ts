import { useTakingMessages } from '../../../messages/taking-messages';
import { useTimeUp } from '../../../sitting/use-time-up';
import { type Plan, runningSection } from './section-plan';

/** The clock of the section that is open, for the bar, and what becomes of its items when only its time is up. */
export function useSectionClock(plan: Plan, ask: () => Promise<void>) {
  const words = useTakingMessages().sections;
  const { onUp, isUp, unsent } = useTimeUp(ask, { said: words.up });
  const running = runningSection(plan);
  const [startedAt, closesAt] = [running?.enteredAt ?? null, running?.closesAt ?? null];
  const clock = startedAt === null || closesAt === null ? null : { startedAt, closesAt, onUp };
  return { clock, up: isUp ? running : null, unsent };
}
