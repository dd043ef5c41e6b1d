import {
  type Clock,
  Database,
  GuestRepository,
  type GuestId,
  newId,
  PersonRepository,
  type LiveSession,
  type OrganizationId,
  type SessionId,
  SessionRepository,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../platform/app-error';
import { hashOfToken, newToken } from '../platform/access/link-token';
import { RateLimits } from '../platform/access/rate-limits';
import { CLOCK, SETTINGS } from '../platform/app-options';
import { accountSubject, guestSubject, type Person, type Sender, type Subject } from './context';
import { deviceOf } from './device';

const DAYS_MS = 86_400_000;
const LIVES_MS = 90 * DAYS_MS;
/** High enough for a classroom behind one address, low enough to stop a script from filling the database with guests. */
const GUESTS_PER_ADDRESS = { limit: 120, windowSeconds: 3600 } as const;

const NOBODY = (): Person => ({ subject: null, sessionId: null });

/** A session and its token, which is not stored anywhere. */
export type OpenedSession = {
  readonly id: SessionId;
  readonly subject: Subject;
  readonly token: string;
  readonly expiresAt: Date;
};

/** How a person signed in, as far as organizations ask for it. */
export type SignedInBy = {
  /** Whether a second factor or a passkey was used. */
  readonly isStrong: boolean;
  /** The organization whose identity provider signed the person in. */
  readonly providerOrganizationId: OrganizationId | null;
};

const BY_ONE_FACTOR: SignedInBy = { isStrong: false, providerOrganizationId: null };

/** Sessions. The database stores only the hash of each token; `session-cookie.ts` sets the cookie. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The sender of a request with this token. Writes at most once a minute when and on what device it was seen. */
  async identify(token: string | null, userAgent: string): Promise<Person> {
    if (token === null) return NOBODY();
    const now = this.clock.now();
    const sessions = this.db.repo(SessionRepository);
    const session = await sessions.findLive(hashOfToken(token), now);
    if (session === null) return NOBODY();
    if (!session.isFresh) await sessions.markSeen(session.id, deviceOf(userAgent), now);
    return { subject: subjectOfSession(session), sessionId: session.id };
  }

  /** Creates a guest with a session. */
  async openForGuest({ sessionId, address }: Sender): Promise<OpenedSession> {
    await this.limits.take(`guest:${this.limits.ofAddress(address)}`, GUESTS_PER_ADDRESS);
    const guestId = newId<GuestId>(this.clock);
    await this.db.repo(GuestRepository).insert(guestId, this.clock.now());
    return this.open(guestSubject(guestId), sessionId);
  }

  /** Opens a session with a new token and ends the previous one, which prevents session fixation. */
  async open(subject: Subject, before: SessionId | null, by: SignedInBy = BY_ONE_FACTOR): Promise<OpenedSession> {
    const token = newToken();
    const now = this.clock.now();
    const livesMs = subject.kind === 'guest' ? this.settings.guestDays * DAYS_MS : LIVES_MS;
    const expiresAt = new Date(now.getTime() + livesMs);
    const id = newId<SessionId>(this.clock);
    const owner = subject.kind === 'account' ? { accountId: subject.accountId } : { guestId: subject.guestId };
    await this.db.transaction(async (tx) => {
      if (!(await tx.repo(PersonRepository).hold(subject))) throw new AppError('UNAUTHENTICATED');
      const sessions = tx.repo(SessionRepository);
      if (before) await sessions.end(before, now);
      await sessions.insert({ id, tokenHash: hashOfToken(token), subject: owner, createdAt: now, expiresAt, ...by });
    });
    return { id, subject, token, expiresAt };
  }

  /** Ends this session, or every session of the sender. */
  async close({ subject, sessionId }: Sender, { everywhere }: { readonly everywhere: boolean }): Promise<void> {
    const sessions = this.db.repo(SessionRepository);
    const now = this.clock.now();
    if (sessionId) await sessions.end(sessionId, now);
    if (everywhere && subject?.kind === 'account') await sessions.endAllOfAccount(subject.accountId, now);
    if (everywhere && subject?.kind === 'guest') await sessions.endAllOfGuest(subject.guestId, now);
  }
}

function subjectOfSession({ accountId, guestId }: LiveSession): Subject | null {
  if (accountId) return accountSubject(accountId);
  return guestId ? guestSubject(guestId) : null;
}
