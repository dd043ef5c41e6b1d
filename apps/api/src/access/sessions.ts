import {
  type Clock,
  Database,
  GuestRepository,
  type GuestId,
  newId,
  type LiveSession,
  type SessionId,
  SessionRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { hashOfToken, newToken } from '../platform/access/link-token';
import { RateLimits } from '../platform/access/rate-limits';
import { CLOCK } from '../platform/app-options';
import type { Cookies } from '../platform/http/cookies';
import { accountSubject, type Ctx, guestSubject, type Subject, type Visitor } from './context';

const COOKIE = 'session';
const DAYS_MS = 86_400_000;
const LIVES_MS = 90 * DAYS_MS;
/** A classroom behind one address may still come in as guests; a script may not make a database full of them. */
const GUESTS_PER_ADDRESS = { limit: 120, windowSeconds: 3600 } as const;

/** Sessions: a random token in an httpOnly cookie, of which the database knows the hash alone. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who comes with these cookies. */
  async identify(cookies: Cookies): Promise<Visitor> {
    const token = cookies.get(COOKIE);
    if (token === null) return { subject: null, sessionId: null };
    const session = await this.db.repo(SessionRepository).findLive(hashOfToken(token), this.clock.now());
    return session ? { subject: subjectOfSession(session), sessionId: session.id } : { subject: null, sessionId: null };
  }

  /** Gives who asks; a visitor without a session becomes a guest. For mutations that practise. */
  async ensureSubject(ctx: Ctx): Promise<Subject> {
    if (ctx.subject) return ctx.subject;
    await this.limits.take(`guest:${this.limits.hidden(ctx.address)}`, GUESTS_PER_ADDRESS);
    const guestId = newId<GuestId>(this.clock);
    await this.db.repo(GuestRepository).insert(guestId, this.clock.now());
    return this.open(ctx, guestSubject(guestId));
  }

  /** Begins a session with a token of its own and ends the one before: whoever knew the old token has nothing. */
  async open(ctx: Ctx, subject: Subject): Promise<Subject> {
    const before = ctx.sessionId;
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIVES_MS);
    const id = newId<SessionId>(this.clock);
    const owner = subject.kind === 'account' ? { accountId: subject.accountId } : { guestId: subject.guestId };
    await this.db.transaction(async (tx) => {
      const sessions = tx.repo(SessionRepository);
      if (before) await sessions.end(before, now);
      await sessions.insert({ id, tokenHash: hashOfToken(token), subject: owner, createdAt: now, expiresAt });
    });
    ctx.cookies.set(COOKIE, token, expiresAt);
    ctx.visitor.subject = subject;
    ctx.visitor.sessionId = id;
    return subject;
  }

  /** Ends this session, or every session of the subject. */
  async close(ctx: Ctx, { everywhere }: { readonly everywhere: boolean }): Promise<void> {
    const sessions = this.db.repo(SessionRepository);
    const now = this.clock.now();
    if (ctx.sessionId) await sessions.end(ctx.sessionId, now);
    if (everywhere && ctx.subject?.kind === 'account') await sessions.endAllOfAccount(ctx.subject.accountId, now);
    if (everywhere && ctx.subject?.kind === 'guest') await sessions.endAllOfGuest(ctx.subject.guestId, now);
    ctx.cookies.clear(COOKIE);
    ctx.visitor.subject = null;
    ctx.visitor.sessionId = null;
  }
}

function subjectOfSession({ accountId, guestId }: LiveSession): Subject | null {
  if (accountId) return accountSubject(accountId);
  return guestId ? guestSubject(guestId) : null;
}
