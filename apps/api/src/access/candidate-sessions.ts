import {
  type CandidateHolder,
  type Clock,
  Database,
  newId,
  PersonRepository,
  type SessionId,
  SessionRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { hashOfToken, newToken } from '../platform/access/link-token';
import { notFound } from '../platform/app-error';
import { CLOCK } from '../platform/app-options';
import type { Cookies } from '../platform/http/cookies';
import type { CandidateVisitor, Ctx } from './context';

const COOKIE = 'candidate';
const LIVES_MS = 180 * 86_400_000;

export const candidateTokenIn = (cookies: Cookies): string | null => cookies.get(COOKIE);

export type OpenedSession = { readonly visitor: CandidateVisitor; readonly token: string; readonly expiresAt: Date };

/**
 * Sessions of candidates, in a cookie of their own: a member who opens an invitation stays signed in, and what they do in
 * the assessment is not theirs but the candidate's. When such a session ends is a condition of `SessionRepository`.
 */
@Injectable()
export class CandidateSessions {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The candidate whose session has this token. */
  async identify(token: string | null): Promise<CandidateVisitor | null> {
    if (token === null) return null;
    const found = await this.db.repo(SessionRepository).findLiveOfCandidate(hashOfToken(token), this.clock.now());
    if (found === null) return null;
    const { id: sessionId, ...ids } = found;
    return { sessionId, holder: { kind: 'candidate', ...ids } };
  }

  /** Opens a session with a new token in the caller's transaction, and ends the one that this browser had. */
  async open(tx: Database, holder: CandidateHolder, before: SessionId | null): Promise<OpenedSession> {
    const { kind: _, ...subject } = holder;
    if (!(await tx.repo(PersonRepository).hold({ accountId: null, guestId: null, ...subject }))) throw notFound();
    const [id, token, now] = [newId<SessionId>(this.clock), newToken(), this.clock.now()];
    const expiresAt = new Date(now.getTime() + LIVES_MS);
    const sessions = tx.repo(SessionRepository);
    if (before !== null) await sessions.end(before, now);
    await sessions.insert({ id, tokenHash: hashOfToken(token), subject, createdAt: now, expiresAt });
    return { visitor: { sessionId: id, holder }, token, expiresAt };
  }

  /** Ends the candidate's sessions in all browsers. */
  async closeAll(tx: Database, { holder }: CandidateVisitor): Promise<void> {
    await tx.repo(SessionRepository).endAllOfCandidate(holder.candidateId, this.clock.now());
  }
}

/** Sets the cookie; the rest of the request also runs as the candidate. For resolvers. */
export function enterAsCandidate({ cookies, visitor }: Ctx, { token, expiresAt, ...opened }: OpenedSession): void {
  cookies.set(COOKIE, token, expiresAt);
  visitor.candidate = opened.visitor;
}

/** Deletes the cookie. For resolvers. */
export function leaveAsCandidate({ cookies, visitor }: Ctx): void {
  cookies.clear(COOKIE);
  visitor.candidate = null;
}
