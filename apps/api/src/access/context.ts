import type { AccountId, CandidateHolder, Database, GuestId, Holders, SessionId } from '@holdout/persistence';
import type DataLoader from 'dataloader';
import { AppError } from '../platform/app-error';
import { Loaders } from '../platform/graphql/loaders';
import type { Cookies } from '../platform/http/cookies';
import type { RequestOrigin } from '../platform/http/request-origin';
import type { Grant } from './api-tokens';

/** An authenticated sender: an account, or a guest, who practises without one. */
export type Subject =
  | { readonly kind: 'account'; readonly accountId: AccountId; readonly guestId: null }
  | { readonly kind: 'guest'; readonly accountId: null; readonly guestId: GuestId };

export type AccountSubject = Extract<Subject, { kind: 'account' }>;

export const accountSubject = (accountId: AccountId): AccountSubject => ({ kind: 'account', accountId, guestId: null });
export const guestSubject = (guestId: GuestId): Subject => ({ kind: 'guest', accountId: null, guestId });

/** The person who sends a request; both are null without a session. Changes when a mutation opens or ends a session. */
export type Person = { subject: Subject | null; sessionId: SessionId | null };

/** A person as one organization sees them, by the session that the link of an invitation opened. */
export type CandidateVisitor = { readonly holder: CandidateHolder; readonly sessionId: SessionId };

/** The sender of one request: a browser may have the session of a person and, separately, that of a candidate. */
export type Visitor = Person & { candidate: CandidateVisitor | null };

export const DEVICE_COOKIE = 'device';

/**
 * The context of every resolver, the same over HTTP and over the websocket.
 *
 * Nest and Apollo copy this object, so mutable state is behind `visitor`, which all copies share.
 */
export class Ctx {
  readonly cookies: Cookies;
  readonly requestId: string;
  readonly address: string;
  readonly loaders: Loaders<Ctx>;

  constructor(
    readonly visitor: Visitor,
    origin: RequestOrigin,
    db: Database,
    /** What the API token of the request grants; null for people in a browser. */
    readonly grant: Grant | null = null,
  ) {
    this.cookies = origin.cookies;
    this.requestId = origin.requestId;
    this.address = origin.address;
    this.loaders = new Loaders(db, this);
  }

  get subject(): Subject | null {
    return this.visitor.subject;
  }

  get sessionId(): SessionId | null {
    return this.visitor.sessionId;
  }

  get candidate(): CandidateVisitor | null {
    return this.visitor.candidate;
  }

  /** The cookie that `KnownDevices` made for this browser. */
  get device(): string | null {
    return this.cookies.get(DEVICE_COOKIE);
  }
}

/** The part of the context that services get: without cookies, which only resolvers set. */
export type Sender = Pick<Ctx, 'subject' | 'sessionId' | 'address' | 'device'>;

/** Factory of a loader for one request. Declare it once, at module level: the function itself is the cache key. */
export type LoaderFactory<Key, Value> = (db: Database, ctx: Ctx) => DataLoader<Key, Value>;

/** The sender. Throws UNAUTHENTICATED without a session. */
export function subjectOf(ctx: Ctx): Subject {
  if (ctx.subject === null) throw new AppError('UNAUTHENTICATED');
  return ctx.subject;
}

/** Everyone for whom the request may act. Throws UNAUTHENTICATED without any session. */
export function holdersOf({ subject, candidate }: Ctx): Holders {
  if (subject !== null && candidate !== null) return [subject, candidate.holder];
  const only = subject ?? candidate?.holder ?? null;
  if (only === null) throw new AppError('UNAUTHENTICATED');
  return [only];
}

/** The candidate who sends the request. Throws UNAUTHENTICATED without a candidate's session. */
export function candidateOf(ctx: Ctx): CandidateVisitor {
  if (ctx.candidate === null) throw new AppError('UNAUTHENTICATED');
  return ctx.candidate;
}

/** The sender's account. Throws UNAUTHENTICATED for guests and without a session. */
export function accountOf(ctx: Ctx): AccountSubject {
  if (ctx.subject?.kind !== 'account') throw new AppError('UNAUTHENTICATED');
  return ctx.subject;
}
