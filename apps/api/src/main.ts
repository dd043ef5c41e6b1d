import { join } from 'node:path';
import { Database, makeDataSource, migrate, systemClock } from '@holdout/persistence';
import { parseSettings, type Settings } from '@holdout/settings';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import type { AppOptions } from './platform/app-options';
import { createApp } from './platform/http/create-app';
import { HTTP_LIMITS } from './platform/http/http-limits';
import { migrateJobs } from './platform/jobs/background-jobs';
import { explain, makeLog } from './platform/log';
import { claimSecret } from './platform/database/secret-fingerprint';
import { stopWithParent } from './platform/http/shutdown';
import { readOperations } from './platform/http/web-app';

async function openDatabase(settings: Settings): Promise<DataSource> {
  if (settings.databaseUrl === null)
    throw new Error('DATABASE_URL is not set. `npm start` sets it; otherwise see docs/operating.md.');
  if (settings.secret === null)
    throw new Error('HOLDOUT_SECRET is not set. `npm start` generates it; otherwise see docs/operating.md.');
  const dataSource = await makeDataSource({ url: settings.databaseUrl }).initialize();
  await migrate(dataSource);
  await migrateJobs(settings.databaseUrl);
  await claimSecret(new Database(dataSource.manager), settings.secret, systemClock);
  return dataSource;
}

async function start(): Promise<void> {
  const settings = parseSettings(process.env);
  const log = makeLog(settings.logLevel);
  const dataSource = await openDatabase(settings);
  const options: AppOptions = {
    settings,
    dataSource,
    clock: systemClock,
    log,
    schemaPaths: [join(import.meta.dirname, 'schema.graphql')],
    bankReader: new URL('bank-reader-thread.mjs', import.meta.url),
    comparer: new URL('similarity-thread.mjs', import.meta.url),
    httpLimits: HTTP_LIMITS,
    runsJobs: true,
    admission: { known: readOperations(settings.webRoot), isOpen: settings.nodeEnv !== 'production' },
  };
  const app: NestFastifyApplication = await createApp(AppModule.with(options), options);
  stopWithParent(log, async () => {
    await app.close();
    await dataSource.destroy();
  });
  await app.listen(settings.port, settings.host);
  log.info({ url: settings.publicUrl }, 'listening');
}

try {
  await start();
} catch (error) {
  // There may be no log yet.
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
