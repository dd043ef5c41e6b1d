import { randomUUID } from 'node:crypto';
import { availableParallelism, hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { datasetFile, type PackagedFile } from '@holdout/bank-files';
import { binariesFor } from '@holdout/embedded-postgres';
import { GRADER_VERSION, profilesFor, withDatasetFiles } from '@holdout/grading';
import { QueueClient } from '@holdout/job-queue';
import { createSandbox } from '@holdout/sandbox-driver';
import { parseSettings, type Settings } from '@holdout/settings';
import { type Logger, pino } from 'pino';
import { Content } from './content';
import { doJob } from './do-job';
import { Grader, RESERVED_SLOTS } from './grader';
import { JudgeThreads } from './judge-threads';
import { Profiles } from './profiles';
import { stopSignal } from './stop-signals';

function findPostgres(log: Logger): string {
  try {
    return binariesFor(process.cwd(), null);
  } catch (error) {
    log.warn({ err: error }, 'PostgreSQL was not found; SQL cannot be run');
    return '/nonexistent';
  }
}

function makeSandbox(settings: Settings, slots: number, log: Logger) {
  return createSandbox({
    scratchDir: join(resolve(settings.home), 'sandbox'),
    nodeBinary: process.execPath,
    postgresBinaries: findPostgres(log),
    profiles: profilesFor(settings.languages),
    maxBoxes: slots + RESERVED_SLOTS,
    maxSql: slots + RESERVED_SLOTS,
    warmSql: true,
    log: (event, detail) => log.info(detail ?? {}, event),
  });
}

/** Beside this file in the bundle. */
const JUDGE_WORKER = new URL('./judge-worker.mjs', import.meta.url);
const JUDGE_THREADS = 2;
const JUDGE_MS = 60_000;

async function main(settings: Settings, url: string, log: Logger): Promise<void> {
  const stopping = stopSignal();
  const self = { id: randomUUID(), host: hostname(), version: GRADER_VERSION };
  const slots = availableParallelism();
  const queue = new QueueClient({ url, onError: (err) => log.warn({ err }, 'the connection to the queue was lost') });
  try {
    await queue.start();
    const sandbox = await makeSandbox(settings, slots, log);
    try {
      const profiles = new Profiles(sandbox, queue, self, log);
      const locate = (file: PackagedFile) => datasetFile(resolve('node_modules'), file);
      const judge = new JudgeThreads({ entry: JUDGE_WORKER, threads: JUDGE_THREADS, limitMs: JUDGE_MS });
      const tools = { content: new Content(queue), sandbox: { ...withDatasetFiles(sandbox, locate), judge }, queue };
      const grader = new Grader({ self, queue, log, slots, work: (claimed, signal) => doJob(claimed, tools, signal) });
      log.info({ grader: self.id, slots }, 'grader started');
      await Promise.all([
        profiles.sayAlive(stopping),
        profiles.look(stopping),
        grader.run(() => profiles.usable(), stopping),
      ]);
    } finally {
      await sandbox.close();
    }
  } finally {
    await queue.close();
  }
  log.info('grader stopped');
}

const bootLog = pino({ name: 'grader' });
try {
  const settings = parseSettings(process.env);
  const log = pino({ name: 'grader', level: settings.logLevel });
  if (!settings.graderDatabaseUrl)
    throw new Error(
      'GRADER_DATABASE_URL is not set. Set it to the connection string of the grader (docs/operating.md).',
    );
  await main(settings, settings.graderDatabaseUrl, log);
} catch (error) {
  bootLog.fatal(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// An open IPC channel to the launcher would keep this process alive.
if (process.connected) process.disconnect();
