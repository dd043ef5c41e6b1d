import type { SessionId } from '@holdout/persistence';
import type { Cookies } from './cookies';
import { AppError } from './app-error';
import type { Loaders } from './loaders';
import type { Subject } from './subject';

/** What every resolver is told about a request, the same over HTTP and over the websocket. */
export type Ctx = {
  /** Who asks. `Sessions` changes it when a request makes a guest, signs in or signs out. */
  subject: Subject | null;
  sessionId: SessionId | null;
  readonly loaders: Loaders;
  readonly requestId: string;
  /** Network address of the visitor, as far as TRUST_PROXY allows it to be known. */
  readonly address: string;
  readonly cookies: Cookies;
};

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
