import type { Cookies } from '../platform/http/cookies';
import type { Ctx, Subject } from './context';
import type { OpenedSession, Sessions } from './sessions';

const COOKIE = 'session';

export const sessionTokenIn = (cookies: Cookies): string | null => cookies.get(COOKIE);

/** Sets the session cookie; the rest of the request runs as the new subject. For resolvers. */
export function enter({ cookies, visitor }: Ctx, { id, subject, token, expiresAt }: OpenedSession): Subject {
  cookies.set(COOKIE, token, expiresAt);
  visitor.subject = subject;
  visitor.sessionId = id;
  return subject;
}

/** Deletes the session cookie; the rest of the request runs without a session. For resolvers. */
export function leave({ cookies, visitor }: Ctx): void {
  cookies.clear(COOKIE);
  visitor.subject = null;
  visitor.sessionId = null;
}

/** The sender; a visitor without a session becomes a guest. For resolvers of mutations that start practice. */
export async function ensureSubject(ctx: Ctx, sessions: Sessions): Promise<Subject> {
  return ctx.subject ?? enter(ctx, await sessions.openForGuest(ctx));
}
