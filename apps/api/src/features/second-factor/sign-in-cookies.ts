import { type Ctx, DEVICE_COOKIE } from '../../access/context';
import { enter } from '../../access/session-cookie';
import type { SecondFactorWay } from '../../generated/resolvers';
import type { Entry } from './sign-ins';

const HALF_OPEN = 'second-step';

export const halfOpenIn = ({ cookies }: Ctx): string | null => cookies.get(HALF_OPEN);

/** Sets the cookies of a sign-in. The ways of the second step; null if the person is signed in. For resolvers. */
export function settle(ctx: Ctx, entry: Entry): readonly SecondFactorWay[] | null {
  if (entry.kind === 'halfOpen') {
    ctx.cookies.set(HALF_OPEN, entry.ticket.value, entry.ticket.expiresAt);
    return entry.ways;
  }
  enter(ctx, entry.session);
  ctx.cookies.set(DEVICE_COOKIE, entry.device.value, entry.device.expiresAt);
  if (halfOpenIn(ctx) !== null) ctx.cookies.clear(HALF_OPEN);
  return null;
}
