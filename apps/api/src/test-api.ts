import type { AddressInfo } from 'node:net';
import { migrateQueue } from '@holdout/job-queue';
import { type Clock, Database, makeDataSource, migrate, systemClock } from '@holdout/persistence';
import { type Environment, parseSettings } from '@holdout/settings';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import type { AppOptions } from './platform/app-options';
import { createApp } from './platform/http/create-app';
import { HTTP_LIMITS, type HttpLimits } from './platform/http/http-limits';
import { migrateJobs } from './platform/jobs/background-jobs';
import { makeLog } from './platform/log';

/** Template of a test file's database: all tables, empty. */
export const API_TEMPLATE = {
  name: 'api',
  migrate: async (url: string): Promise<void> => {
    const dataSource = await makeDataSource({ url }).initialize();
    await migrate(dataSource);
    await dataSource.destroy();
    const client = new Client({ connectionString: url });
    await client.connect();
    await migrateQueue(client);
    await client.end();
    await migrateJobs(url);
  },
};

export type TestApi = {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  readonly db: Database;
  /** Every line logged so far. */
  readonly logged: readonly string[];
  /** Runs the work and returns its result with the statements that it sent to PostgreSQL. */
  countStatements<T>(work: () => Promise<T>): Promise<{ readonly statements: readonly string[]; readonly result: T }>;
  stop(): Promise<void>;
};

export type TestApiOptions = {
  readonly environment?: Environment;
  /** If given, only these are admitted, as in production. */
  readonly operations?: ReadonlyMap<string, string>;
  readonly clock?: Clock;
  readonly runsJobs?: boolean;
  readonly httpLimits?: Partial<HttpLimits>;
  /** The built thread for uploaded banks; `buildThread` makes it. */
  readonly bankReader?: URL;
  /** The built thread that compares programs. */
  readonly comparer?: URL;
};

type Scratch = { readonly url: string; drop(): Promise<void> };

/** Tests that upload no bank and compare nothing start no thread. */
const NO_THREAD = new URL('file:///no-thread.mjs');
const SECRET = 'a secret of tests that is long enough';

/** Starts the whole API with its own port and database: `startTestApi(await makeScratchDatabase(API_TEMPLATE))`. */
export async function startTestApi(scratch: Scratch, given: TestApiOptions = {}): Promise<TestApi> {
  const statements: string[] = [];
  const logged: string[] = [];
  const onStatement = (statement: string): number => statements.push(statement);
  const dataSource = await makeDataSource({ url: scratch.url, onStatement }).initialize();
  const options = optionsFor(scratch.url, dataSource, given, (line) => logged.push(line));
  const app = await createApp(AppModule.with(options), options);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    dataSource,
    db: new Database(dataSource.manager),
    logged,
    countStatements: async (work) => {
      const from = statements.length;
      const result = await work();
      return { statements: statements.slice(from), result };
    },
    stop: async () => {
      await app.close();
      await dataSource.destroy();
      await scratch.drop();
    },
  };
}

function optionsFor(
  url: string,
  dataSource: DataSource,
  given: TestApiOptions,
  write: (line: string) => void,
): AppOptions {
  const environment = {
    NODE_ENV: 'test',
    DATABASE_URL: url,
    HOLDOUT_SECRET: SECRET,
    LOG_LEVEL: 'debug',
    ...given.environment,
  };
  return {
    settings: parseSettings(environment),
    dataSource,
    clock: given.clock ?? systemClock,
    runsJobs: given.runsJobs ?? false,
    bankReader: given.bankReader ?? NO_THREAD,
    comparer: given.comparer ?? NO_THREAD,
    httpLimits: { ...HTTP_LIMITS, ...given.httpLimits },
    log: makeLog('debug', { write }),
    schemaPaths: ['apps/api/src/**/*.graphql'],
    admission: { known: given.operations ?? new Map(), isOpen: given.operations === undefined },
  };
}
