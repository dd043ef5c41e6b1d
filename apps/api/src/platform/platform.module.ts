import { Database } from '@holdout/persistence';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { APP_OPTIONS, type AppOptions, CLOCK, LOG, SETTINGS } from './app-options';
import { PassOnFilter } from './graphql/format-error';
import { BackgroundJobs } from './jobs/background-jobs';
import { CatchUp } from './jobs/catch-up';
import { Notifications } from './database/notifications';
import { LinkTokens } from './access/link-token';
import { RateLimits } from './access/rate-limits';
import { Sealing } from './access/sealing';
import { Tickets } from './access/tickets';
import { RootFieldGuard } from './access/root-field-guard';
import { Connections } from './http/connections';
import { Downloads } from './http/downloads';
import { Readiness } from './http/readiness';
import { RequestOrigins } from './http/request-origin';

/** Filter and guard of every root field. */
const PIPELINE = [
  { provide: APP_FILTER, useClass: PassOnFilter },
  { provide: APP_GUARD, useClass: RootFieldGuard },
];

/** Services for every feature. Contains no term of the product. */
@Global()
@Module({})
export class PlatformModule {
  constructor(jobs: BackgroundJobs, limits: RateLimits, tickets: Tickets) {
    jobs.add({ name: 'deletePastRates', cron: '27 * * * *', run: () => limits.deletePast() });
    jobs.add({ name: 'deleteUsedTickets', cron: '37 * * * *', run: () => tickets.deleteExpired() });
  }

  static with(options: AppOptions): DynamicModule {
    const values = [
      { provide: APP_OPTIONS, useValue: options },
      { provide: SETTINGS, useValue: options.settings },
      { provide: CLOCK, useValue: options.clock },
      { provide: LOG, useValue: options.log },
      { provide: Database, useValue: new Database(options.dataSource.manager) },
    ];
    const services = [
      BackgroundJobs,
      CatchUp,
      LinkTokens,
      RateLimits,
      Sealing,
      Tickets,
      Readiness,
      Connections,
      Downloads,
      RequestOrigins,
      Notifications,
    ];
    return {
      module: PlatformModule,
      providers: [...values, ...services, ...PIPELINE],
      exports: [...values.map(({ provide }) => provide), ...services],
    };
  }
}
