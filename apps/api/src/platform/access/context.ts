import type { Database, SessionId } from '@holdout/persistence';
import type { Cookies } from '../http/cookies';
import { AppError } from '../app-error';
import { Loaders } from '../graphql/loaders';
import type { Subject } from './subject';

/** Who asks. `Sessions` changes it when a request makes a guest, signs in or signs out. */
export type Visitor = { subject: Subject | null; sessionId: SessionId | null };

export type RequestOrigin = {
  readonly cookies: Cookies;
  readonly requestId: string;
  /** Network address of the visitor, as far as TRUST_PROXY allows it to be known. */
  readonly address: string;
};

/**
 * What every resolver is told about a request, the same over HTTP and over the websocket.
 *
 * Nest and Apollo copy it: what changes is therefore behind `visitor`, which all copies share.
 */
export class Ctx {
  readonly cookies: Cookies;
  readonly requestId: string;
  readonly address: string;
  readonly loaders: Loaders;

  constructor(
    readonly visitor: Visitor,
    origin: RequestOrigin,
    db: Database,
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
}

/** Gives who asks, or refuses a visitor without a session. */
export function subjectOf(ctx: Ctx): Subject {
  if (ctx.subject === null) throw new AppError('UNAUTHENTICATED');
  return ctx.subject;
}

export type AccountSubject = Extract<Subject, { kind: 'account' }>;

/** Gives the account that asks, or refuses guests and visitors. */
export function accountOf(ctx: Ctx): AccountSubject {
  if (ctx.subject?.kind !== 'account') throw new AppError('UNAUTHENTICATED');
  return ctx.subject;
}
