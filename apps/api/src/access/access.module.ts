import { Database, SessionRepository } from '@holdout/persistence';
import { Global, Module } from '@nestjs/common';
import { CHECK_ACCESS } from '../platform/access/root-field-guard';
import { Housekeeping } from '../platform/database/housekeeping';
import { MAKE_CONTEXT, type MakeContext, type RequestOrigin } from '../platform/http/request-origin';
import { Ctx } from './context';
import { accessBy } from './rules';
import { Sessions } from './sessions';
import { ACCESS } from './table';

const ENDED_SESSIONS_KEPT_MS = 30 * 86_400_000;

const makeContext = (db: Database, sessions: Sessions): MakeContext => {
  return async (origin: RequestOrigin) => new Ctx(await sessions.identify(origin.cookies), origin, db);
};

/** Who sends a request, and what they may ask for. */
@Global()
@Module({
  providers: [
    Sessions,
    { provide: MAKE_CONTEXT, useFactory: makeContext, inject: [Database, Sessions] },
    { provide: CHECK_ACCESS, useValue: accessBy(ACCESS) },
  ],
  exports: [Sessions, MAKE_CONTEXT, CHECK_ACCESS],
})
export class AccessModule {
  constructor(housekeeping: Housekeeping, db: Database) {
    housekeeping.add((now) =>
      db.repo(SessionRepository).deleteEndedBefore(new Date(now.getTime() - ENDED_SESSIONS_KEPT_MS)),
    );
  }
}
