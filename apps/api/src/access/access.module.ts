import { type Clock, Database, SessionRepository } from '@holdout/persistence';
import { Global, Inject, Module } from '@nestjs/common';
import { CHECK_ACCESS } from '../platform/access/root-field-guard';
import { CLOCK } from '../platform/app-options';
import { ADMIT_BEARER, type AdmitBearer } from '../platform/http/bearer';
import {
  HOLD_SOCKET,
  type HoldSocket,
  MAKE_CONTEXT,
  type MakeContext,
  type RequestOrigin,
} from '../platform/http/request-origin';
import { BackgroundJobs } from '../platform/jobs/background-jobs';
import { Acts } from './acts';
import { ApiTokens, type Grant } from './api-tokens';
import { CandidateSessions, candidateTokenIn } from './candidate-sessions';
import { accountSubject, Ctx } from './context';
import { accessBy } from './rules';
import { sessionTokenIn } from './session-cookie';
import { SessionSockets } from './session-sockets';
import { Sessions } from './sessions';
import { ACCESS } from './table';

const ENDED_SESSIONS_KEPT_MS = 30 * 86_400_000;

const makeContext = (
  db: Database,
  sessions: Sessions,
  candidates: CandidateSessions,
  tokens: ApiTokens,
): MakeContext => {
  return async (origin: RequestOrigin) => {
    if (origin.bearer !== null) return ofToken(db, await tokens.get(origin.bearer), origin);
    const person = await sessions.identify(sessionTokenIn(origin.cookies), origin.userAgent);
    const candidate = await candidates.identify(candidateTokenIn(origin.cookies));
    const sender = person.sessionId ?? candidate?.sessionId ?? null;
    if (sender !== null) origin.identified(sender);
    return new Ctx({ ...person, candidate }, origin, db);
  };
};

function ofToken(db: Database, grant: Grant, origin: RequestOrigin): Ctx {
  origin.identified(grant.tokenId);
  return new Ctx({ subject: accountSubject(grant.accountId), sessionId: null, candidate: null }, origin, db, grant);
}

const admitBearer = (tokens: ApiTokens): AdmitBearer => {
  return (bearer) => tokens.admit(bearer);
};

const holdSocket = (sockets: SessionSockets): HoldSocket => {
  return async (context, socket) => {
    const { sessionId, candidate } = context as Ctx;
    await sockets.hold(sessionId, socket);
    await sockets.hold(candidate?.sessionId ?? null, socket);
  };
};

/** Authentication (sessions, API tokens) and authorization (the access table). */
@Global()
@Module({
  providers: [
    Acts,
    Sessions,
    CandidateSessions,
    SessionSockets,
    ApiTokens,
    {
      provide: MAKE_CONTEXT,
      useFactory: makeContext,
      inject: [Database, Sessions, CandidateSessions, ApiTokens],
    },
    { provide: ADMIT_BEARER, useFactory: admitBearer, inject: [ApiTokens] },
    { provide: HOLD_SOCKET, useFactory: holdSocket, inject: [SessionSockets] },
    { provide: CHECK_ACCESS, useValue: accessBy(ACCESS) },
  ],
  exports: [Acts, Sessions, CandidateSessions, ApiTokens, MAKE_CONTEXT, ADMIT_BEARER, HOLD_SOCKET, CHECK_ACCESS],
})
export class AccessModule {
  constructor(jobs: BackgroundJobs, db: Database, @Inject(CLOCK) clock: Clock) {
    const run = (): Promise<void> =>
      db.repo(SessionRepository).deleteEndedBefore(new Date(clock.now().getTime() - ENDED_SESSIONS_KEPT_MS));
    jobs.add({ name: 'deleteEndedSessions', cron: '17 * * * *', run });
  }
}
